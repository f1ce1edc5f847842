// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a message says: a JSON value that cannot change any more, or bytes. May be shared by any thread.
///
/// Readings never fail on what is missing: `get` of a name that is not there gives the JSON null. They do fail, with a
/// sentence, on a value of the wrong kind.
public final class Body {
    /// The JSON null.
    public static final Body NULL = new Body(null);

    private static final int MAX_DEPTH = 64;
    private static final long OF_A_VALUE = 32;

    private final @Nullable Object value;
    /// 0 until it was asked for; threads that ask at once find the same.
    private int weight;

    private Body(@Nullable Object value) {
        this.value = value;
    }

    /// Freezes a payload: null, text, numbers, booleans, maps with text keys, lists, bytes, other bodies, any mixture.
    /// Anything else becomes its text.
    public static Body of(@Nullable Object payload) {
        return payload instanceof Body body ? body : payload == null ? NULL : new Body(freeze(payload, 0));
    }

    private static @Nullable Object freeze(@Nullable Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("A message may nest " + MAX_DEPTH + " levels deep, not more");
        }
        return switch (value) {
            case null -> null;
            case Body body -> body.value;
            case Double number when !Double.isFinite(number) -> throw notFinite();
            case Float number when !Float.isFinite(number) -> throw notFinite();
            case String s -> s;
            case Boolean b -> b;
            case Number n -> n;
            case byte[] bytes -> bytes.clone();
            case Map<?, ?> map -> freezeMap(map, depth);
            case Iterable<?> items -> freezeList(items, depth);
            case Object[] items -> freezeList(List.of(items), depth);
            default -> value.toString();
        };
    }

    private static IllegalArgumentException notFinite() {
        return new IllegalArgumentException("JSON has no NaN and no infinity");
    }

    private static Object freezeMap(Map<?, ?> map, int depth) {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, item) -> copy.put(String.valueOf(key), freeze(item, depth + 1)));
        return Collections.unmodifiableMap(copy);
    }

    private static Object freezeList(Iterable<?> items, int depth) {
        var copy = new ArrayList<@Nullable Object>();
        items.forEach(item -> copy.add(freeze(item, depth + 1)));
        return Collections.unmodifiableList(copy);
    }

    /// The value of that name, or `NULL` if this is no object or has none.
    public Body get(String name) {
        return value instanceof Map<?, ?> map && map.get(name) != null ? new Body(map.get(name)) : NULL;
    }

    /// The item at that place, from 0, or `NULL`.
    public Body at(int index) {
        return value instanceof List<?> list && index >= 0 && index < list.size() ? of(list.get(index)) : NULL;
    }

    /// Number of items or members; 0 for all else.
    public int size() {
        return switch (value) {
            case Map<?, ?> map -> map.size();
            case List<?> list -> list.size();
            case null, default -> 0;
        };
    }

    public boolean isNull() {
        return value == null;
    }

    /// Whether this is bytes and not JSON.
    public boolean isBytes() {
        return value instanceof byte[];
    }

    /// The value as text: a JSON string as it is, a number or boolean as JSON writes it.
    public String asText() {
        return switch (value) {
            case String s -> s;
            case Number n -> n.toString();
            case Boolean b -> b.toString();
            case null, default -> throw wrong("text");
        };
    }

    /// The value as a number; a text that holds one counts.
    public double asDouble() {
        return number().doubleValue();
    }

    /// The value as a whole number, cut towards zero; a text that holds a number counts.
    public long asLong() {
        return number().longValue();
    }

    public boolean asBoolean() {
        return switch (value) {
            case Boolean b -> b;
            case String s when s.equals("true") -> true;
            case String s when s.equals("false") -> false;
            case null, default -> throw wrong("true or false");
        };
    }

    /// The bytes; only if `isBytes`.
    public byte[] asBytes() {
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        throw wrong("bytes");
    }

    /// The frozen value: null, String, Number, Boolean, byte[], an unmodifiable Map or List of these.
    public @Nullable Object raw() {
        return value instanceof byte[] bytes ? bytes.clone() : value;
    }

    /// About how many bytes of memory it takes, counted at the first call: its texts and bytes, and some for each
    /// value.
    public long weight() {
        int known = weight;
        if (known == 0) {
            known = Math.clamp(weight(value), 1, Integer.MAX_VALUE);
            weight = known;
        }
        return known;
    }

    private static long weight(@Nullable Object value) {
        return switch (value) {
            case String s -> OF_A_VALUE + s.length();
            case byte[] bytes -> OF_A_VALUE + bytes.length;
            case List<?> list -> OF_A_VALUE + weights(list);
            case Map<?, ?> map -> OF_A_VALUE + weights(map.keySet()) + weights(map.values());
            case null, default -> OF_A_VALUE;
        };
    }

    private static long weights(Collection<?> values) {
        long sum = 0;
        for (Object value : values) {
            sum += weight(value);
        }
        return sum;
    }

    private Number number() {
        try {
            return switch (value) {
                case Number n -> n;
                case String s -> Double.valueOf(s.trim());
                case null, default -> throw wrong("a number");
            };
        } catch (NumberFormatException notANumber) {
            throw wrong("a number");
        }
    }

    private IllegalStateException wrong(String wanted) {
        return new IllegalStateException("The value is " + this + ", not " + wanted);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Body body && Objects.deepEquals(value, body.value);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(value);
    }

    @Override
    public String toString() {
        return value instanceof byte[] bytes ? bytes.length + " bytes" : String.valueOf(value);
    }
}
