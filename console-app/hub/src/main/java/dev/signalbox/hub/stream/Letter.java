// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.Spots.Spot;
import dev.signalbox.hub.store.StoredPlace;
import dev.signalbox.hub.store.StoredPlace.Received;
import dev.signalbox.hub.store.log.RawMessages;
import dev.signalbox.hub.stream.PlaceBuilder.AloneMessage;
import dev.signalbox.protocol.codec.PropertyBags;
import java.nio.ByteBuffer;
import java.util.Map;

/// A dead letter as it stands in the log.
///
/// @param at where it begins
/// @param bytes of the message
/// @param added what the hub added to it, as `PropertyBags` writes it
record Letter(long key, LogPlace at, ByteBuffer bytes, String added) {
    static Letter of(StoredPlace place, int which, Spot spot, ByteBuffer bytes) {
        var at = new LogPlace(place.content().segment(), place.content().bytes() + spot.offset());
        return new Letter(place.firstKey() + which, at, bytes, spot.added());
    }

    /// The message, to be read once.
    RawMessages message() {
        return new RawMessages(bytes.duplicate());
    }

    String reason() {
        return reason(added);
    }

    /// @param added as `PropertyBags` writes it
    static String reason(String added) {
        return PropertyBags.read(added).getOrDefault(Additions.DEAD, "");
    }

    /// How often it was sorted.
    int tries() {
        return Integer.parseInt(PropertyBags.read(added).getOrDefault(Additions.TRIES, "1"));
    }

    /// Whether it is what there is of a message of which chunks are missing.
    boolean isUnfinished() {
        Map<String, String> properties = PropertyBags.read(added);
        return properties.containsKey(Additions.PARTS);
    }

    /// Its own place, apart from those that came with it.
    ///
    /// @param received when those came
    StoredPlace alone(Received received) {
        RawMessages message = message();
        message.next();
        var alone = new AloneMessage(at, message.length(), message.sum(), received.last());
        return PlaceBuilder.alone(Channel.DEAD_LETTERS, key, alone, added);
    }
}
