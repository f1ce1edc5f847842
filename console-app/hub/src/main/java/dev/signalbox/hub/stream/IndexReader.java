// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.BatchRecords.Batch;
import dev.signalbox.hub.store.BatchRecords.BatchKey;
import dev.signalbox.hub.store.StreamIndex;
import dev.signalbox.hub.store.log.LogPieces;
import dev.signalbox.hub.store.log.MessageLog;
import dev.signalbox.hub.stream.Fetching.Fetched;
import dev.signalbox.operator.stream.BatchView;
import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads messages by the index, from the log.
final class IndexReader implements StreamReader {
    private final StreamIndex index;
    private final MessageLog log;
    private final PayloadParts payloads;
    private final Heads heads;

    IndexReader(StreamIndex index, MessageLog log, PayloadParts payloads, Heads heads) {
        this.index = index;
        this.log = log;
        this.payloads = payloads;
        this.heads = heads;
    }

    @Override
    public Page read(long channel, long fromKey, int most, long mostBytes) {
        try (LogPieces pieces = log.pieces()) {
            return new PageReading(index, new Fetching(pieces), new MessageReader(index, pieces, payloads))
                    .read(channel, fromKey, new PageReading.Limits(most, mostBytes));
        }
    }

    @Override
    public long nextKey(long channel) {
        return heads.next(channel);
    }

    @Override
    public InputStream payload(long channel, long key) {
        LogPieces pieces = log.pieces();
        try {
            return new MessageReader(index, pieces, payloads)
                    .whole(channel, key, fetch(new Fetching(pieces), channel, key));
        } catch (RuntimeException refused) {
            pieces.close();
            throw refused;
        }
    }

    private Fetched fetch(Fetching log, long channel, long key) {
        return index.read(records -> records.places().from(channel, key, 1)).stream()
                .filter(place -> place.firstKey() <= key)
                .flatMap(place -> one(log.of(place), key - place.firstKey()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(StreamProblems.noMessage(channel, key)));
    }

    private static Stream<Fetched> one(List<Fetched> place, long which) {
        return place.stream().skip(which).limit(1);
    }

    @Override
    public List<BatchView> batches(long channel, Optional<DeviceId> device, String after, int most) {
        int slash = after.lastIndexOf('/');
        String last = device.map(DeviceId::value).orElseGet(() -> after.substring(0, Math.max(0, slash)));
        var key = new BatchKey(channel, last, after.substring(slash + 1));
        return index.read(records -> records.batches().after(key, device.isPresent(), most)).stream()
                .map(IndexReader::view)
                .toList();
    }

    private static BatchView view(Batch batch) {
        Optional<Instant> closed = batch.closedAt().isPresent()
                ? Optional.of(Instant.ofEpochMilli(batch.closedAt().getAsLong()))
                : Optional.empty();
        return new BatchView(
                new DeviceId(batch.key().device()),
                batch.key().batch(),
                Instant.ofEpochMilli(batch.openedAt()),
                closed,
                batch.messages(),
                batch.bytes());
    }

    @Override
    public InputStream batch(long channel, DeviceId device, String batch, Concatenation join) {
        Batch found = index.read(records -> records.batches().find(new BatchKey(channel, device.value(), batch)))
                .orElseThrow(() -> new ProblemException(StreamProblems.noBatch(batch)));
        return new JoinedStream(new BatchPieces(this, found, join));
    }

    @Override
    public Watching watch(long channel, long key, Runnable told) {
        return heads.watch(channel, key, told);
    }
}
