// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.IndexRecords;
import dev.signalbox.hub.store.MessageStore;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.Spots.Spot;
import dev.signalbox.hub.store.StoredPlace;
import dev.signalbox.hub.store.StreamIndex;
import dev.signalbox.hub.store.StreamRecords.StoredStream;
import dev.signalbox.protocol.codec.PropertyBags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Forgets messages when their stream keeps them no longer, and files of the log when nothing refers to them.
final class Retention {
    /// Places that are forgotten at once, so that sorting need not wait long.
    private static final int AT_ONCE = 200;

    private final RegistryStore registry;
    private final MessageStore log;
    private final Clock clock;
    private final StreamIndex index;
    private final UploadedFiles files;

    Retention(SortedLog.Sources from, StreamIndex index, UploadedFiles files) {
        this.registry = from.registry();
        this.log = from.log();
        this.clock = from.clock();
        this.index = index;
        this.files = files;
    }

    /// Returns how many files of the log were removed.
    ///
    /// @param usual how long messages are kept where a stream does not say it
    int forget(Duration usual) {
        Collection<Long> deleted = registry.read(records -> records.streams().deleted());
        Map<Long, Long> hours = hours();
        Instant now = clock.instant();
        for (long channel : index.read(records -> records.places().heads()).keySet()) {
            // of a stream that is made just now neither is known
            long keep = hours.getOrDefault(channel, 0L);
            Instant since = now.minus(keep == 0 ? usual : Duration.ofHours(keep));
            forget(channel, deleted.contains(channel) ? Long.MAX_VALUE : since.toEpochMilli());
        }
        forgetSenders(deleted);
        int sorted = index.read(IndexRecords::followed).segment();
        return log.forget(segment -> segment < sorted && !index.read(records -> records.refersTo(segment)));
    }

    private void forgetSenders(Collection<Long> channels) {
        index.commit(records -> {
            records.senders().forget(channels);
            return channels;
        });
    }

    private Map<Long, Long> hours() {
        var hours = new HashMap<Long, Long>();
        for (StoredStream stream : registry.read(records -> records.streams().all())) {
            hours.put(stream.number(), stream.rules().retentionHours());
        }
        return hours;
    }

    private void forget(long channel, long since) {
        int forgotten = AT_ONCE;
        while (forgotten == AT_ONCE) {
            long before = index.read(records -> records.places().firstSince(channel, since, AT_ONCE));
            List<StoredPlace> places = index.read(records -> records.places().from(channel, 0, AT_ONCE)).stream()
                    .filter(place -> place.endKey() <= before)
                    .toList();
            places.forEach(this::deleteFiles);
            forgotten = places.isEmpty() ? 0 : index.commit(records -> records.forget(channel, before, AT_ONCE));
        }
    }

    /// A payload that was uploaded goes with its message.
    private void deleteFiles(StoredPlace place) {
        if (place.spots().added().length == 0) {
            return;
        }
        for (Spot spot : place.spots().all()) {
            String file = PropertyBags.read(spot.added()).get(Additions.FILE);
            if (file != null) {
                files.delete(UploadedFiles.Uploaded.read(file));
            }
        }
    }
}
