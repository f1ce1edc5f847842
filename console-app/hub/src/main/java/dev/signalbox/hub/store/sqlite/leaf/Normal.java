// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.protocol.query.Expression;
import java.util.ArrayList;
import java.util.List;

/// Brings a condition into the form the compiler takes: a list of terms that must all be true, NOT only before calls.
/// In it, false and undefined are the same, because neither is true. What is true before is true after, and nothing
/// else.
final class Normal {
    private static final Expression.Constant TRUE = new Expression.Truth(true);
    private static final Expression.Constant FALSE = new Expression.Truth(false);

    private Normal() {}

    static List<Expression> terms(Expression condition) {
        Expression positive = positive(condition);
        return positive instanceof Expression.And and ? and.terms() : List.of(positive);
    }

    /// True where the expression is true.
    private static Expression positive(Expression expression) {
        return switch (expression) {
            case Expression.And and ->
                all(and.terms().stream().map(Normal::positive).toList());
            case Expression.Or or ->
                any(or.terms().stream().map(Normal::positive).toList());
            case Expression.Not not -> negative(not.term());
            case Expression.Reference reference -> is(reference, TRUE);
            default -> expression;
        };
    }

    /// True where the expression is false.
    private static Expression negative(Expression expression) {
        return switch (expression) {
            case Expression.And and ->
                any(and.terms().stream().map(Normal::negative).toList());
            case Expression.Or or ->
                all(or.terms().stream().map(Normal::negative).toList());
            case Expression.Not not -> positive(not.term());
            case Expression.Comparison c ->
                new Expression.Comparison(c.relation().opposite(), c.left(), c.right());
            case Expression.In in -> new Expression.In(in.value(), in.items(), !in.negated());
            case Expression.Reference reference -> is(reference, FALSE);
            default -> new Expression.Not(expression);
        };
    }

    private static Expression is(Expression.Reference reference, Expression.Constant truth) {
        return new Expression.Comparison(Expression.Relation.EQUAL, reference, truth);
    }

    private static Expression all(List<Expression> terms) {
        List<Expression> flat = new ArrayList<>();
        terms.forEach(term -> flat.addAll(term instanceof Expression.And and ? and.terms() : List.of(term)));
        return new Expression.And(flat);
    }

    private static Expression any(List<Expression> terms) {
        List<Expression> flat = new ArrayList<>();
        terms.forEach(term -> flat.addAll(term instanceof Expression.Or or ? or.terms() : List.of(term)));
        return new Expression.Or(flat);
    }
}
