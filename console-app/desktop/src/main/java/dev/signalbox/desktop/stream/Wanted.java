// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.operator.stream.MessageView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.workbench.stream.MessageSearch;
import dev.signalbox.workbench.stream.Payload;
import java.util.Locale;
import java.util.Optional;

/// What a person looks for.
///
/// @param device of this one only; empty for any
/// @param text what stands in the device's id, a property or the payload; empty for any
record Wanted(String device, String text) {
    static final Wanted ALL = new Wanted("", "");

    private static final int LONGEST = 200;

    boolean isAll() {
        return equals(ALL);
    }

    /// What is wrong with it; empty when nothing is.
    String complaint() {
        if (text.length() > LONGEST) {
            return "A text to look for has at most " + LONGEST + " characters.";
        }
        return device.isEmpty() || isId(device) ? "" : "\"" + device + "\" is no device id.";
    }

    private static boolean isId(String text) {
        try {
            new DeviceId(text);
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /// The question to the hub.
    MessageSearch from(long key, int most) {
        return new MessageSearch(
                key, most, Optional.of(device).filter(id -> !id.isEmpty()).map(DeviceId::new), text);
    }

    /// Whether one that just came is looked for, as the hub would say.
    boolean finds(MessageView message) {
        return (device.isEmpty() || device.equals(message.device().value()))
                && (text.isEmpty()
                        || isIn(message.device().value())
                        || message.properties().values().stream().anyMatch(this::isIn)
                        || isIn(Payload.of(message).text()));
    }

    private boolean isIn(String where) {
        return where.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
