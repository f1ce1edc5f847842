// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.channel;

import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.protocol.identity.DeviceId;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Which messages of a stream an operator looks for.
///
/// @param from the key to look from, on to newer ones
/// @param most so many of them, at most
/// @param text what stands in the device's id, a property or the payload, without regard to case; empty for any
public record Search(long from, int most, Optional<DeviceId> device, String text) {
    private static final int LONGEST = 200;

    public Search {
        if (from < 0 || most < 1 || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "keys are from 0 on, at least one message is asked for, and a text has at most " + LONGEST
                            + " characters");
        }
        text = text.toLowerCase(Locale.ROOT);
    }

    boolean finds(StoredMessage message) {
        return device.stream().allMatch(message.device()::equals)
                && (text.isEmpty()
                        || isIn(message.device().value())
                        || message.properties().values().stream().anyMatch(this::isIn)
                        || isIn(new String(message.payload(), StandardCharsets.UTF_8)));
    }

    private boolean isIn(String where) {
        return where.toLowerCase(Locale.ROOT).contains(text);
    }
}
