// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.isolated.host;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Lines of JSON, token by token: binding to types would double the time in which a process starts.
final class Json {
    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    static JsonParser reading(InputStream stream) {
        return FACTORY.createParser(ObjectReadContext.empty(), stream);
    }

    /// Waits for the next line; empty at the end of the stream.
    static Optional<Line> next(JsonParser from) {
        JsonToken first = from.nextToken();
        return first == JsonToken.START_OBJECT ? Optional.of(new Line(object(from))) : Optional.empty();
    }

    private static Map<String, @Nullable Object> object(JsonParser from) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        while (from.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = from.currentName();
            from.nextToken();
            members.put(name, value(from));
        }
        return members;
    }

    private static List<@Nullable Object> list(JsonParser from) {
        var items = new ArrayList<@Nullable Object>();
        while (from.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(from));
        }
        return items;
    }

    private static @Nullable Object value(JsonParser from) {
        return switch (from.currentToken()) {
            case START_OBJECT -> object(from);
            case START_ARRAY -> list(from);
            case VALUE_STRING -> from.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> from.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /// With its end. Throws IllegalArgumentException when it is too long.
    static byte[] write(Line line) {
        var bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator to = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            write(to, line.members());
        }
        bytes.write('\n');
        if (bytes.size() > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "A message of " + bytes.size() + " bytes is too large; the most is 256 KiB");
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator to, @Nullable Object value) {
        switch (value) {
            case null -> to.writeNull();
            case String text -> to.writeString(text);
            case Boolean truth -> to.writeBoolean(truth);
            case Number number -> write(to, number);
            case byte[] bytes -> to.writeBinary(bytes);
            case Map<?, ?> map -> {
                to.writeStartObject();
                map.forEach((name, member) -> {
                    to.writeName(String.valueOf(name));
                    write(to, member);
                });
                to.writeEndObject();
            }
            case Iterable<?> items -> {
                to.writeStartArray();
                items.forEach(item -> write(to, item));
                to.writeEndArray();
            }
            default -> to.writeString(value.toString());
        }
    }

    private static void write(JsonGenerator to, Number number) {
        switch (number) {
            case Integer n -> to.writeNumber(n);
            case Long n -> to.writeNumber(n);
            case Double n -> to.writeNumber(n);
            case Float n -> to.writeNumber(n);
            case BigInteger n -> to.writeNumber(n);
            case BigDecimal n -> to.writeNumber(n);
            case Short n -> to.writeNumber(n);
            case Byte n -> to.writeNumber(n);
            default -> to.writeNumber(number.doubleValue());
        }
    }
}
