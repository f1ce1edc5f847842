// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.action;

import java.time.Instant;
import java.util.Map;

/// A message that was seen on a wire.
///
/// @param at when it was carried, by the node's clock
/// @param id the message's own
/// @param source who made it
/// @param injected whether an operator put it on the wire
/// @param properties the first of them, when they are many
/// @param payload what it says
public record TappedMessage(
        Instant at, String id, String source, boolean injected, Map<String, String> properties, Payload payload) {
    /// The most characters that the properties' names and values have together; more are left out.
    public static final int MOST_PROPERTIES = 4 * 1024;

    public TappedMessage {
        properties = Map.copyOf(properties);
    }

    /// What a message says, up to `MOST` characters of it.
    ///
    /// @param text JSON, or bytes in base64
    /// @param bytes how many it has in all
    /// @param cut whether the text is only its beginning
    public record Payload(Kind kind, String text, long bytes, boolean cut) {
        /// The most characters of the text.
        public static final int MOST = 4 * 1024;
    }

    /// How a payload is written.
    public enum Kind {
        JSON,
        BYTES
    }
}
