// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

import dev.signalbox.protocol.query.Expression;
import dev.signalbox.protocol.query.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/// Evaluates expressions on one document. Undefined is a `MissingNode`; numbers are doubles. Never throws; safe on any
/// thread.
public final class Evaluator {
    private Evaluator() {}

    /// Whether the condition is true for the document; undefined and anything else is not.
    public static boolean matches(Expression condition, JsonNode document) {
        return value(condition, document) instanceof BooleanNode truth && truth.booleanValue();
    }

    /// What the expression is for the document.
    public static JsonNode value(Expression expression, JsonNode document) {
        return switch (expression) {
            case Expression.Constant constant -> of(constant);
            case Expression.Reference reference -> at(reference.path(), document);
            case Expression.Arithmetic a ->
                arithmetic(a.operator(), value(a.left(), document), value(a.right(), document));
            case Expression.Comparison c ->
                Values.compare(c.relation(), value(c.left(), document), value(c.right(), document));
            case Expression.In in -> in(in, value(in.value(), document));
            case Expression.And and -> joined(and.terms(), false, document);
            case Expression.Or or -> joined(or.terms(), true, document);
            case Expression.Not not ->
                value(not.term(), document) instanceof BooleanNode truth
                        ? BooleanNode.valueOf(!truth.booleanValue())
                        : Values.UNDEFINED;
            case Expression.Call call ->
                Functions.call(
                        call.function(),
                        call.arguments().stream()
                                .map(argument -> value(argument, document))
                                .toList());
        };
    }

    /// What stands at the path, or a `MissingNode`.
    public static JsonNode at(Path path, JsonNode document) {
        JsonNode node = document;
        for (Path.Step step : path.steps()) {
            node = switch (step) {
                case Path.Name name -> node.path(name.name());
                case Path.Index index -> node.path(index.index());
            };
        }
        return node;
    }

    private static JsonNode of(Expression.Constant constant) {
        return switch (constant) {
            case Expression.Text text -> StringNode.valueOf(text.value());
            case Expression.Numeric number -> DoubleNode.valueOf(number.value());
            case Expression.Truth truth -> BooleanNode.valueOf(truth.value());
            case Expression.Null nothing -> NullNode.getInstance();
            case Expression.Undefined undefined -> MissingNode.getInstance();
        };
    }

    private static JsonNode arithmetic(Expression.Operator operator, JsonNode left, JsonNode right) {
        if (!left.isNumber() || !right.isNumber()) {
            return Values.UNDEFINED;
        }
        double a = left.doubleValue();
        double b = right.doubleValue();
        return switch (operator) {
            case PLUS -> Values.number(a + b);
            case MINUS -> Values.number(a - b);
            case TIMES -> Values.number(a * b);
            case DIVIDED_BY -> b == 0 ? Values.UNDEFINED : Values.number(a / b);
            case MODULO -> Values.number(a % b);
        };
    }

    private static JsonNode in(Expression.In in, JsonNode value) {
        if (!Values.isPrimitive(value)) {
            return Values.UNDEFINED;
        }
        boolean found = in.items().stream().anyMatch(item -> Values.equal(of(item), value));
        return BooleanNode.valueOf(found != in.negated());
    }

    private static JsonNode joined(List<Expression> terms, boolean decides, JsonNode document) {
        JsonNode result = BooleanNode.valueOf(!decides);
        for (Expression term : terms) {
            if (!(value(term, document) instanceof BooleanNode truth)) {
                result = Values.UNDEFINED;
            } else if (truth.booleanValue() == decides) {
                return truth;
            }
        }
        return result;
    }
}
