// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.topic.Reserved;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A message from a device. A class and no record, because its payload is an array.
public final class StoredMessage {
    private final DeviceId device;
    private final Instant receivedAt;
    private final Map<String, String> properties;
    private final byte[] payload;
    private final Optional<Position> position;

    /// Throws IllegalArgumentException when its number in the outbox is none.
    ///
    /// @param properties its property bag
    /// @param payload not copied: do not change it afterwards
    public StoredMessage(DeviceId device, Instant receivedAt, Map<String, String> properties, byte[] payload) {
        this.device = device;
        this.receivedAt = receivedAt;
        this.properties = properties;
        this.payload = payload;
        this.position = position(properties);
    }

    public DeviceId device() {
        return device;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public Map<String, String> properties() {
        return properties;
    }

    public byte[] payload() {
        return payload;
    }

    /// Which outbox it comes from and its number there; empty for foreign clients.
    public Optional<Position> position() {
        return position;
    }

    private static Optional<Position> position(Map<String, String> properties) {
        String epoch = properties.get(Reserved.EPOCH.wireName());
        String sequence = properties.get(Reserved.SEQUENCE.wireName());
        return epoch == null || sequence == null
                ? Optional.empty()
                : Optional.of(new Position(epoch, Long.parseLong(sequence)));
    }

    /// @param epoch at most 128 characters
    /// @param sequence from 0 on; grows by at least one from message to message of an epoch
    public record Position(String epoch, long sequence) {
        private static final int LONGEST_EPOCH = 128;

        public Position {
            if (sequence < 0 || epoch.length() > LONGEST_EPOCH) {
                throw new IllegalArgumentException(
                        "a position has an epoch of at most " + LONGEST_EPOCH + " characters and a sequence from 0 on");
            }
        }
    }
}
