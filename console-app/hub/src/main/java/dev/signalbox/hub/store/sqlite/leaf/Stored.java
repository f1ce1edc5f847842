// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.protocol.codec.Json;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/// How a value stands in the column: a number as REAL, a text as TEXT, all else as a BLOB of one byte; undefined is
/// NULL. SQLite sorts them in this order, so one index serves comparisons of every type.
final class Stored {
    static final String NULL = "x'00'";
    static final String FALSE = "x'10'";
    static final String TRUE = "x'11'";
    static final String OBJECT = "x'20'";
    static final String ARRAY = "x'30'";

    private static final double LARGEST_WHOLE = 1L << 53;

    private Stored() {}

    static Object of(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> value.doubleValue() + 0.0;
            case STRING -> value.stringValue();
            case BOOLEAN -> new byte[] {(byte) (value.booleanValue() ? 0x11 : 0x10)};
            case OBJECT -> new byte[] {0x20};
            case ARRAY -> new byte[] {0x30};
            default -> new byte[] {0};
        };
    }

    static boolean same(@Nullable Object left, @Nullable Object right) {
        return (left instanceof byte[] a && right instanceof byte[] b)
                ? Arrays.equals(a, b)
                : java.util.Objects.equals(left, right);
    }

    /// The value that stands in the column; objects and arrays come back empty.
    static JsonNode json(@Nullable Object stored) {
        return switch (stored) {
            case null -> MissingNode.getInstance();
            case Number number -> number(number.doubleValue());
            case String text -> StringNode.valueOf(text);
            case byte[] one when one.length == 1 -> other(one[0]);
            default -> throw new IllegalStateException("No leaf holds a " + stored.getClass());
        };
    }

    private static JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) <= LARGEST_WHOLE
                ? LongNode.valueOf((long) value)
                : DoubleNode.valueOf(value);
    }

    private static JsonNode other(byte mark) {
        return switch (mark) {
            case 0 -> NullNode.getInstance();
            case 0x10 -> BooleanNode.FALSE;
            case 0x11 -> BooleanNode.TRUE;
            case 0x20 -> Json.mapper().createObjectNode();
            default -> Json.mapper().createArrayNode();
        };
    }
}
