// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.azure;

import dev.signalbox.protocol.codec.Json;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.TreeMap;

/// What a back end gets.
///
/// @param body empty with status 204
record Reply(int status, Map<String, String> headers, Buffer body) {
    static final Reply NOTHING = new Reply(204, Map.of(), Buffer.buffer());

    static Reply json(Object value) {
        return json(200, value);
    }

    static Reply json(int status, Object value) {
        return new Reply(
                status, Map.of("Content-Type", "application/json; charset=utf-8"), Buffer.buffer(Json.write(value)));
    }

    Reply with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }

    /// With the etag in quotes, as HTTP wants it.
    Reply withEtag(String etag) {
        return with("ETag", '"' + etag + '"');
    }
}
