// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.PlaceRecords;
import dev.signalbox.hub.store.StoredPlace;
import dev.signalbox.hub.store.log.RawMessages;
import dev.signalbox.hub.stream.PlaceBuilder.AloneMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives messages their keys, in one round: what it knows ends with the round, whether that was committed or not.
final class Places {
    private final PlaceRecords records;
    private final Map<Long, Long> heads = new HashMap<>();
    private final Map<Long, PlaceBuilder> inFrame = new HashMap<>();
    private final List<StoredPlace> done = new ArrayList<>();
    private Resent resent = Resent.NOT;
    /// The one that the message before went to: most go where that went.
    private @Nullable PlaceBuilder last;

    Places(PlaceRecords records) {
        this.records = records;
    }

    /// What comes next is sorted anew, or not.
    void begin(Resent how) {
        resent = how;
    }

    /// Adds a message of the frame to a channel, and returns its key.
    ///
    /// @param more what the hub adds to its properties
    long add(long channel, RawMessages message, String more) {
        PlaceBuilder place = place(channel);
        long key = place.nextKey();
        place.add(message, more);
        return key;
    }

    private PlaceBuilder place(long channel) {
        PlaceBuilder place = last;
        if (place == null || place.channel() != channel) {
            place = inFrame.computeIfAbsent(channel, fresh -> new PlaceBuilder(fresh, head(fresh)));
            last = place;
        }
        return place;
    }

    /// Adds a message that stands somewhere else, and returns its key.
    ///
    /// @param frame the messages of the frame of which others may have been added
    /// @param content where they begin
    long addAlone(long channel, AloneMessage message, String more, RawMessages frame, LogPlace content) {
        PlaceBuilder before = inFrame.remove(channel);
        if (before != null) {
            finish(before, frame, content);
            last = null;
        }
        long key = head(channel);
        done.add(PlaceBuilder.alone(channel, key, message, more));
        heads.put(channel, key + 1);
        return key;
    }

    private long head(long channel) {
        return heads.computeIfAbsent(channel, records::nextKey);
    }

    void endFrame(RawMessages frame, LogPlace content) {
        inFrame.values().forEach(place -> finish(place, frame, content));
        inFrame.clear();
        last = null;
    }

    private void finish(PlaceBuilder place, RawMessages frame, LogPlace content) {
        StoredPlace finished = place.finish(frame, content, resent);
        done.add(finished);
        heads.put(finished.channel(), finished.endKey());
    }

    /// Writes all, and returns the keys that come next in the channels that got messages.
    Map<Long, Long> write() {
        records.add(done);
        heads.forEach(records::setNextKey);
        return Map.copyOf(heads);
    }
}
