// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

import dev.signalbox.protocol.query.Function;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.StringNode;

/// What the functions of the language do.
final class Functions {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,300}(\\.\\d{1,300})?([eE][+-]?\\d{1,4})?");

    private Functions() {}

    static JsonNode call(Function function, List<JsonNode> values) {
        JsonNode first = values.getFirst();
        return switch (function) {
            case IS_DEFINED -> truth(!first.isMissingNode());
            case IS_NULL -> truth(first.isNull());
            case IS_BOOL -> truth(first.isBoolean());
            case IS_NUMBER -> truth(first.isNumber());
            case IS_STRING -> truth(first.isString());
            case IS_ARRAY -> truth(first.isArray());
            case IS_OBJECT -> truth(first.isObject());
            case IS_PRIMITIVE -> truth(Values.isPrimitive(first));
            case STARTSWITH, ENDSWITH, CONTAINS, INDEX_OF, CONCAT, LENGTH, LOWER, UPPER -> ofTexts(function, values);
            case SUBSTRING -> substring(values);
            case AS_NUMBER -> asNumber(first);
            case ABS, CEILING, EXP, FLOOR, POWER, SIGN, SQRT, SQUARE -> ofNumbers(function, values);
        };
    }

    private static JsonNode ofTexts(Function function, List<JsonNode> values) {
        if (!values.stream().allMatch(JsonNode::isString)) {
            return Values.UNDEFINED;
        }
        String text = values.getFirst().stringValue();
        String second = values.getLast().stringValue();
        return switch (function) {
            case STARTSWITH -> truth(text.startsWith(second));
            case ENDSWITH -> truth(text.endsWith(second));
            case CONTAINS -> truth(text.contains(second));
            case INDEX_OF -> Values.number(place(text, text.indexOf(second)));
            case CONCAT -> text(values.stream().map(JsonNode::stringValue).collect(Collectors.joining()));
            case LENGTH -> Values.number(text.codePointCount(0, text.length()));
            case LOWER -> text(text.toLowerCase(Locale.ROOT));
            default -> text(text.toUpperCase(Locale.ROOT));
        };
    }

    private static int place(String text, int index) {
        return index < 0 ? -1 : text.codePointCount(0, index);
    }

    private static JsonNode substring(List<JsonNode> values) {
        boolean good = values.getFirst().isString() && values.stream().skip(1).allMatch(JsonNode::isNumber);
        if (!good) {
            return Values.UNDEFINED;
        }
        String text = values.getFirst().stringValue();
        int characters = text.codePointCount(0, text.length());
        int from = within(values.get(1).doubleValue(), characters);
        int most = values.size() < 3 ? characters : within(values.get(2).doubleValue(), characters);
        int begin = text.offsetByCodePoints(0, from);
        return text(text.substring(begin, text.offsetByCodePoints(begin, Math.min(most, characters - from))));
    }

    private static int within(double place, int most) {
        return (int) Math.max(0, Math.min(place, most));
    }

    private static JsonNode asNumber(JsonNode value) {
        if (value.isNumber()) {
            return value;
        }
        return value.isString() && NUMBER.matcher(value.stringValue()).matches()
                ? Values.number(Double.parseDouble(value.stringValue()))
                : Values.UNDEFINED;
    }

    private static JsonNode ofNumbers(Function function, List<JsonNode> values) {
        if (!values.stream().allMatch(JsonNode::isNumber)) {
            return Values.UNDEFINED;
        }
        double x = values.getFirst().doubleValue();
        return Values.number(
                switch (function) {
                    case ABS -> Math.abs(x);
                    case CEILING -> Math.ceil(x);
                    case EXP -> StrictMath.exp(x);
                    case FLOOR -> Math.floor(x);
                    case POWER -> StrictMath.pow(x, values.getLast().doubleValue());
                    case SIGN -> Math.signum(x);
                    case SQRT -> Math.sqrt(x);
                    default -> x * x;
                });
    }

    private static JsonNode truth(boolean value) {
        return BooleanNode.valueOf(value);
    }

    private static JsonNode text(String value) {
        return StringNode.valueOf(value);
    }
}
