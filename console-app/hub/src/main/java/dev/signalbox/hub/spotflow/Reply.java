// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.spotflow;

import dev.signalbox.protocol.codec.Json;
import io.vertx.core.buffer.Buffer;

/// What a request gets.
///
/// @param type media type; empty when there is no body
record Reply(int status, String type, Buffer body) {
    static final Reply NOTHING = new Reply(204, "", Buffer.buffer());

    static Reply json(int status, Object value) {
        return new Reply(status, "application/json; charset=utf-8", Buffer.buffer(Json.write(value)));
    }

    /// As RFC 7807 has it.
    static Reply problem(int status, Object value) {
        return new Reply(status, "application/problem+json; charset=utf-8", Buffer.buffer(Json.write(value)));
    }
}
