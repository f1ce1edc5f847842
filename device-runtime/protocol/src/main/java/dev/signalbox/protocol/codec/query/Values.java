// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

import dev.signalbox.protocol.query.Expression.Relation;
import java.util.Comparator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.JsonNodeType;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.MissingNode;

/// How values relate to each other.
final class Values {
    static final JsonNode UNDEFINED = MissingNode.getInstance();

    /// The order of ORDER BY, over all types. Objects are all one, and so are arrays.
    static final Comparator<JsonNode> ORDER =
            Comparator.comparingInt(Values::rank).thenComparing(Values::compareSameRank);

    private static final double LARGEST_WHOLE = 1L << 53;

    private Values() {}

    /// The number, or undefined if it is none.
    static JsonNode number(double value) {
        return Double.isNaN(value) ? UNDEFINED : DoubleNode.valueOf(value);
    }

    /// The number as JSON is to show it: a whole one without a fraction; undefined if it is none or endless.
    static JsonNode plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= LARGEST_WHOLE) {
            return LongNode.valueOf((long) value);
        }
        return Double.isFinite(value) ? DoubleNode.valueOf(value) : UNDEFINED;
    }

    /// The value as GROUP BY sees it: equal numbers are one, objects and arrays are as if undefined.
    static JsonNode asKey(JsonNode value) {
        if (value.isNumber()) {
            return plain(value.doubleValue());
        }
        return isPrimitive(value) ? value : UNDEFINED;
    }

    static boolean isPrimitive(JsonNode value) {
        return value.isString() || value.isNumber() || value.isBoolean() || value.isNull();
    }

    static JsonNode compare(Relation relation, JsonNode left, JsonNode right) {
        if (!isPrimitive(left) || !isPrimitive(right)) {
            return UNDEFINED;
        }
        if (type(left) != type(right)) {
            return switch (relation) {
                case EQUAL -> BooleanNode.FALSE;
                case NOT_EQUAL -> BooleanNode.TRUE;
                default -> UNDEFINED;
            };
        }
        int order = compareSameType(left, right);
        return BooleanNode.valueOf(
                switch (relation) {
                    case EQUAL -> order == 0;
                    case NOT_EQUAL -> order != 0;
                    case LESS -> order < 0;
                    case AT_MOST -> order <= 0;
                    case MORE -> order > 0;
                    case AT_LEAST -> order >= 0;
                });
    }

    static boolean equal(JsonNode left, JsonNode right) {
        return compare(Relation.EQUAL, left, right).equals(BooleanNode.TRUE);
    }

    private static JsonNodeType type(JsonNode value) {
        return value.getNodeType();
    }

    private static int compareSameType(JsonNode left, JsonNode right) {
        return switch (type(left)) {
            case NUMBER -> compare(left.doubleValue(), right.doubleValue());
            case STRING -> compare(left.stringValue(), right.stringValue());
            case BOOLEAN -> Boolean.compare(left.booleanValue(), right.booleanValue());
            default -> 0;
        };
    }

    private static int compare(double left, double right) {
        return left < right ? -1 : left > right ? 1 : 0;
    }

    /// By code points, which is the order of the bytes in UTF-8.
    private static int compare(String left, String right) {
        int most = Math.min(left.length(), right.length());
        for (int i = 0; i < most; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean oneIsAbove = Character.isSurrogate(a) != Character.isSurrogate(b);
                return oneIsAbove ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static int rank(JsonNode value) {
        return switch (type(value)) {
            case MISSING -> 0;
            case NUMBER -> 1;
            case STRING -> 2;
            case NULL -> 3;
            case BOOLEAN -> 4;
            case OBJECT -> 5;
            default -> 6;
        };
    }

    private static int compareSameRank(JsonNode left, JsonNode right) {
        return isPrimitive(left) && isPrimitive(right) ? compareSameType(left, right) : 0;
    }
}
