// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.StoredPlace;
import dev.signalbox.hub.store.StreamIndex;
import dev.signalbox.hub.stream.Fetching.Fetched;
import dev.signalbox.hub.stream.StreamReader.Keyed;
import dev.signalbox.hub.stream.StreamReader.Page;
import java.util.ArrayList;
import java.util.List;

/// Reads one page. For one thread, once.
final class PageReading {
    private static final int PLACES = 64;

    private final StreamIndex index;
    private final Fetching log;
    private final MessageReader messages;
    private final List<Keyed> page = new ArrayList<>();
    private long bytes;
    private long next;

    PageReading(StreamIndex index, Fetching log, MessageReader messages) {
        this.index = index;
        this.log = log;
        this.messages = messages;
    }

    /// @param bytes of payloads
    record Limits(int messages, long bytes) {}

    Page read(long channel, long fromKey, Limits limits) {
        long oldest = index.read(records -> records.places().firstSince(channel, Long.MIN_VALUE, 1));
        next = Math.max(fromKey, oldest);
        boolean more = true;
        while (more) {
            List<StoredPlace> places = index.read(records -> records.places().from(channel, next, PLACES));
            more = !places.isEmpty();
            for (int i = 0; more && i < places.size(); i++) {
                more = add(places.get(i), limits);
            }
        }
        return new Page(page, oldest, next);
    }

    /// False once the page is full. What is damaged is passed over.
    private boolean add(StoredPlace place, Limits limits) {
        next = Math.max(next, place.firstKey());
        List<Fetched> found = log.of(place);
        if (found.isEmpty()) {
            next = place.endKey();
            return true;
        }
        while (next < place.endKey()) {
            if (page.size() >= limits.messages()) {
                return false;
            }
            Keyed message = messages.inline(place.channel(), next, found.get((int) (next - place.firstKey())));
            long size = message.message().payload().length;
            if (!page.isEmpty() && bytes + size > limits.bytes()) {
                return false;
            }
            page.add(message);
            bytes += size;
            next++;
        }
        return true;
    }
}
