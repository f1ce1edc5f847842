// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.protocol.codec.Json;
import io.vertx.core.buffer.Buffer;

/// What a request gets.
///
/// @param type media type; empty when there is no body
record Answer(int status, String type, Buffer body) {
    static final Answer NOTHING = new Answer(204, "", Buffer.buffer());

    static Answer json(Object value) {
        return json(200, value);
    }

    static Answer json(int status, Object value) {
        return new Answer(status, "application/json", Buffer.buffer(Json.write(value)));
    }

    static Answer bytes(byte[] bytes) {
        return new Answer(200, "application/octet-stream", Buffer.buffer(bytes));
    }

    static Answer text(String text) {
        return new Answer(200, "text/plain; charset=utf-8", Buffer.buffer(text));
    }
}
