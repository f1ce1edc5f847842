// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.FileUseRecords;
import dev.signalbox.hub.store.Spots.Spot;
import dev.signalbox.hub.store.StoredPlace;
import dev.signalbox.hub.store.StreamIndex;
import dev.signalbox.protocol.codec.PropertyBags;
import java.util.List;
import java.util.Optional;

/// Enters, once, which uploaded files are payloads of messages that were sorted before the hub kept account of that.
final class EarlierUses {
    private static final int AT_ONCE = 500;

    private EarlierUses() {}

    /// To be called before anything is sorted. After a crash in the middle it begins again.
    static void enter(StreamIndex index) {
        if (index.read(records -> records.files().areEntered())) {
            return;
        }
        List<StoredPlace> some = read(index, -1, -1);
        while (!some.isEmpty()) {
            enter(index, some);
            some = read(index, some.getLast().channel(), some.getLast().firstKey());
        }
        index.commit(records -> {
            records.files().setEntered();
            return true;
        });
    }

    private static List<StoredPlace> read(StreamIndex index, long channel, long after) {
        return index.read(records -> records.places().withAdded(Additions.FILE, channel, after, AT_ONCE));
    }

    private static void enter(StreamIndex index, List<StoredPlace> some) {
        index.commit(records -> {
            some.forEach(place -> enter(records.files(), place));
            return some;
        });
    }

    private static void enter(FileUseRecords files, StoredPlace place) {
        long key = place.firstKey();
        for (Spot spot : place.spots().all()) {
            long its = key++;
            Optional.ofNullable(PropertyBags.read(spot.added()).get(Additions.FILE))
                    .ifPresent(file -> files.add(file, place.channel(), its));
        }
    }
}
