// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.channel;

import dev.signalbox.hub.stream.StreamReader.Keyed;
import dev.signalbox.protocol.codec.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// What a message holds, as fields of a flat message.
///
/// @param fields by name, without what became the timestamp
/// @param timestamp seconds since 1970 that the payload names
/// @param isInline false if it is too large to be told in fields
record Payload(Map<String, JsonNode> fields, Optional<Double> timestamp, boolean isInline) {
    private static final int MOST_AS_HEX = 64 << 10;
    private static final Payload ELSEWHERE = new Payload(Map.of(), Optional.empty(), false);

    static Payload of(Keyed message) {
        byte[] bytes = message.message().payload();
        if (!message.whole()) {
            return ELSEWHERE;
        }
        Optional<String> text = text(bytes);
        if (text.isEmpty()) {
            return bytes.length > MOST_AS_HEX
                    ? ELSEWHERE
                    : one("payload.hex", StringNode.valueOf(HexFormat.of().formatHex(bytes)));
        }
        return json(text.get()).orElseGet(() -> one("payload.text", StringNode.valueOf(text.get())));
    }

    /// Empty for what is no text.
    private static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text).filter(found -> found.indexOf('\0') < 0);
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    /// Empty for what is no JSON, and for objects that are far larger when they are flat.
    private static Optional<Payload> json(String text) {
        try {
            JsonNode tree = Json.mapper().readTree(text);
            if (tree instanceof ObjectNode object) {
                return Fields.of(object).map(Payload::dated);
            }
            return tree.isMissingNode() ? Optional.empty() : Optional.of(one("payload", tree));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static Payload dated(Map<String, JsonNode> fields) {
        JsonNode named = fields.get("timestamp");
        Optional<Double> timestamp = named == null ? Optional.empty() : Timestamps.of(named);
        if (timestamp.isPresent()) {
            fields.remove("timestamp");
        }
        return new Payload(fields, timestamp, true);
    }

    private static Payload one(String name, JsonNode value) {
        return new Payload(Map.of(name, value), Optional.empty(), true);
    }
}
