// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.channel;

import dev.signalbox.hub.stream.StreamReader;
import dev.signalbox.hub.stream.StreamReader.Keyed;
import dev.signalbox.hub.stream.StreamReader.Page;
import dev.signalbox.protocol.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Reads messages and makes them flat, within the bounds of a request. Of all programs together a few read at once, so
/// that what their answers need of the memory has a bound too.
final class PageFilling {
    private static final int AT_ONCE = 16;

    private final StreamReader reader;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    PageFilling(StreamReader reader) {
        this.reader = reader;
    }

    /// Waits for its turn and the disk.
    ChannelPage fill(ChannelRequest asked, long from) {
        turns.acquireUninterruptibly();
        try {
            Page page = reader.read(asked.channel(), from, asked.most(), asked.mostBytes());
            return flat(asked, page, gap(asked.channel(), from, page));
        } finally {
            turns.release();
        }
    }

    /// A flat message may be larger than its payload, so not all that was read may have a place.
    private static ChannelPage flat(ChannelRequest asked, Page page, Optional<Problem> gap) {
        List<byte[]> messages = new ArrayList<>();
        long left = asked.mostBytes();
        for (Keyed message : page.messages()) {
            byte[] flat = Flattening.write(asked.channel(), message);
            left -= flat.length + 1;
            if (left < 0 && !messages.isEmpty()) {
                return new ChannelPage(messages, message.key(), gap);
            }
            messages.add(flat);
        }
        return new ChannelPage(messages, page.nextKey(), gap);
    }

    /// One who begins at 0 wants the oldest there is; any other key was told him.
    private Optional<Problem> gap(long channel, long from, Page page) {
        if (from > 0 && from < page.oldestKey()) {
            return Optional.of(ChannelProblems.forgotten(from, page.oldestKey()));
        }
        long next = reader.nextKey(channel);
        return from > next ? Optional.of(ChannelProblems.beyond(from, next)) : Optional.empty();
    }
}
