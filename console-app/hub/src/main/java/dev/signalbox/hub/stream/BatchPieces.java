// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.BatchRecords.Batch;
import dev.signalbox.hub.stream.JoinedStream.Piece;
import dev.signalbox.hub.stream.StreamReader.Keyed;
import dev.signalbox.hub.stream.StreamReader.Page;
import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.protocol.stream.StreamProperty;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/// The payloads of a batch's messages in their order, read as they are reached.
final class BatchPieces implements Iterator<Piece> {
    private static final int AT_ONCE = 1000;
    private static final long BYTES_AT_ONCE = 4L << 20;
    private static final Piece LINE_END = () -> new ByteArrayInputStream(new byte[] {'\n'});

    private final StreamReader reader;
    private final Batch batch;
    private final Concatenation join;
    private final Deque<Piece> known = new ArrayDeque<>();
    private long next;

    BatchPieces(StreamReader reader, Batch batch, Concatenation join) {
        this.reader = reader;
        this.batch = batch;
        this.join = join;
        this.next = batch.firstKey();
    }

    @Override
    public boolean hasNext() {
        while (known.isEmpty() && next <= batch.lastKey()) {
            Page page = reader.read(batch.key().channel(), next, AT_ONCE, BYTES_AT_ONCE);
            next = page.nextKey() > next ? page.nextKey() : Long.MAX_VALUE;
            page.messages().stream().filter(this::isOfBatch).forEach(this::add);
        }
        return !known.isEmpty();
    }

    @Override
    public Piece next() {
        return known.removeFirst();
    }

    private boolean isOfBatch(Keyed message) {
        String its = message.message().properties().getOrDefault(StreamProperty.BATCH.wireName(), "");
        return message.key() <= batch.lastKey()
                && its.equals(batch.key().batch())
                && message.message().device().value().equals(batch.key().device());
    }

    private void add(Keyed message) {
        known.add(
                message.whole()
                        ? () -> new ByteArrayInputStream(message.message().payload())
                        : () -> reader.payload(batch.key().channel(), message.key()));
        if (join == Concatenation.WITH_NEW_LINES) {
            known.add(LINE_END);
        }
    }
}
