// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.api;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One message between steps, or from a step to the hub. Immutable; may be shared by any thread.
///
/// @param id unique, time-ordered (UUIDv7)
/// @param time when the sending step made it, UTC
/// @param source address of the step that made it, `flow/step`
/// @param properties the message's own properties, never null
/// @param body what it says: frozen JSON or bytes
public record Message(String id, Instant time, String source, Map<String, String> properties, Body body) {

    /// The largest size of body and properties together, in bytes.
    public static final int MAX_BYTES = 256 * 1024;

    public Message {
        properties = Map.copyOf(properties);
    }

    /// The property of that name, if the message has it.
    public Optional<String> property(String name) {
        return Optional.ofNullable(properties.get(name));
    }
}
