// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

import dev.signalbox.protocol.query.Expression;
import java.util.List;
import java.util.function.Supplier;

/// Keeps expressions so flat that reading and evaluating them needs little stack.
final class Depth {
    private static final int DEEPEST = 50;

    private int inside;

    /// Reads one level deeper.
    Expression within(int column, Supplier<Expression> reading) {
        if (inside >= DEEPEST) {
            throw tooDeep(column);
        }
        inside++;
        Expression expression = reading.get();
        inside--;
        return expression;
    }

    /// The expression, unless it is nested too deep.
    Expression checked(int column, Expression expression) {
        if (of(expression) > DEEPEST) {
            throw tooDeep(column);
        }
        return expression;
    }

    private static RuntimeException tooDeep(int column) {
        return QueryProblems.tooMuch(column, "it is nested more than " + DEEPEST + " deep");
    }

    private static int of(Expression expression) {
        int deepest = 0;
        for (Expression part : parts(expression)) {
            deepest = Math.max(deepest, of(part));
        }
        return deepest + 1;
    }

    private static List<Expression> parts(Expression expression) {
        return switch (expression) {
            case Expression.Constant c -> List.of();
            case Expression.Reference r -> List.of();
            case Expression.Arithmetic a -> List.of(a.left(), a.right());
            case Expression.Comparison c -> List.of(c.left(), c.right());
            case Expression.In in -> List.of(in.value());
            case Expression.And and -> and.terms();
            case Expression.Or or -> or.terms();
            case Expression.Not not -> List.of(not.term());
            case Expression.Call call -> call.arguments();
        };
    }
}
