// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.channel;

import dev.signalbox.hub.stream.StreamReader.Keyed;
import dev.signalbox.protocol.codec.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Turns messages into flat JSON objects as flespi's channels give them: what the hub knows of a message under names of
/// ours, and beside it the fields of its payload, if that is a JSON object, with dots between outer and inner names.
///
/// Any other payload is one field: `payload` if it is JSON, `payload.text` if it is text, else `payload.hex`. One that
/// is too large for that is told by `payload.size` and `payload.url`.
public final class Flattening {
    private Flattening() {}

    /// One message of a channel, written as JSON.
    public static byte[] write(long channel, Keyed message) {
        return Json.write(flat(channel, message));
    }

    static Map<String, Object> flat(long channel, Keyed message) {
        Payload payload = Payload.of(message);
        var fields = new LinkedHashMap<String, Object>();
        fields.put("ident", message.message().device().value());
        fields.put("timestamp", payload.timestamp().orElseGet(() -> seconds(message)));
        fields.put("server.timestamp", seconds(message));
        fields.put("channel.id", channel);
        fields.put("protocol.id", 0);
        fields.put(Names.KEY, message.key());
        Names.properties(message).forEach(fields::put);
        payload.fields().forEach((name, value) -> put(fields, name, value));
        if (!payload.isInline()) {
            fields.put("payload.size", message.size());
            fields.put("payload.url", "/gw/channels/" + channel + "/messages/" + message.key() + "/payload");
        }
        return fields;
    }

    /// What a device calls as the hub calls something is put under `payload.`.
    private static void put(Map<String, Object> fields, String name, JsonNode value) {
        String free = Names.isOurs(name) ? "payload." + name : name;
        while (fields.containsKey(free)) {
            free = "payload." + free;
        }
        fields.put(free, value);
    }

    private static double seconds(Keyed message) {
        return seconds(message.message().receivedAt());
    }

    static double seconds(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }
}
