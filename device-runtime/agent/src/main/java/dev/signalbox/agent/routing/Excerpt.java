// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.routing;

import dev.signalbox.api.Body;
import dev.signalbox.api.Message;
import dev.signalbox.protocol.action.TappedMessage;
import dev.signalbox.protocol.action.TappedMessage.Kind;
import dev.signalbox.protocol.action.TappedMessage.Payload;
import dev.signalbox.protocol.codec.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// Of a message, what an operator is shown of it.
final class Excerpt {
    /// So many bytes are as much base64 as is shown.
    private static final int MOST_BYTES = Payload.MOST / 4 * 3;

    private Excerpt() {}

    static TappedMessage of(Message message, Instant at, boolean injected) {
        return new TappedMessage(
                at,
                message.id(),
                message.source(),
                injected,
                some(message.properties()),
                message.body().isBytes() ? bytes(message.body().asBytes()) : json(message.body()));
    }

    private static Payload bytes(byte[] all) {
        boolean cut = all.length > MOST_BYTES;
        byte[] shown = cut ? Arrays.copyOf(all, MOST_BYTES) : all;
        return new Payload(Kind.BYTES, Base64.getEncoder().encodeToString(shown), all.length, cut);
    }

    private static Payload json(Body body) {
        String text = Json.mapper().writeValueAsString(body.raw());
        long size = text.getBytes(StandardCharsets.UTF_8).length;
        if (text.length() <= Payload.MOST) {
            return new Payload(Kind.JSON, text, size, false);
        }
        int end = Character.isHighSurrogate(text.charAt(Payload.MOST - 1)) ? Payload.MOST - 1 : Payload.MOST;
        return new Payload(Kind.JSON, text.substring(0, end), size, true);
    }

    private static Map<String, String> some(Map<String, String> properties) {
        var some = new LinkedHashMap<String, String>();
        int characters = 0;
        for (var one : new TreeMap<>(properties).entrySet()) {
            characters += one.getKey().length() + one.getValue().length();
            if (characters > TappedMessage.MOST_PROPERTIES) {
                return some;
            }
            some.put(one.getKey(), one.getValue());
        }
        return some;
    }
}
