// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.protocol.query.Expression;
import dev.signalbox.protocol.query.Expression.Relation;
import java.util.Optional;

/// Arithmetic. Everything is REAL, so SQLite computes as Java does; what is no number is NULL.
final class Numbers {
    private Numbers() {}

    /// A comparison with arithmetic on a side; empty where a side may be no number and that matters.
    static Optional<Sql> compared(Place place, Expression.Comparison comparison) {
        boolean arithmetic = comparison.left() instanceof Expression.Arithmetic
                || comparison.right() instanceof Expression.Arithmetic;
        boolean sure = isNumber(comparison.left()) && isNumber(comparison.right());
        if (!arithmetic || (comparison.relation() == Relation.NOT_EQUAL && !sure)) {
            return Optional.empty();
        }
        String sign = comparison.relation() == Relation.NOT_EQUAL
                ? "<>"
                : comparison.relation().sign();
        return of(place, comparison.left())
                .flatMap(left -> of(place, comparison.right())
                        .map(right -> left.then(" " + sign + " ").then(right)));
    }

    private static boolean isNumber(Expression expression) {
        return expression instanceof Expression.Arithmetic || expression instanceof Expression.Numeric;
    }

    private static Optional<Sql> of(Place place, Expression expression) {
        return switch (expression) {
            case Expression.Numeric number -> Optional.of(Sql.of("?", number.value()));
            case Expression.Reference reference -> Optional.of(Sql.of(place.number(reference.path())));
            case Expression.Arithmetic arithmetic ->
                of(place, arithmetic.left())
                        .flatMap(left ->
                                of(place, arithmetic.right()).map(right -> joined(arithmetic.operator(), left, right)));
            default -> Optional.empty();
        };
    }

    private static Sql joined(Expression.Operator operator, Sql left, Sql right) {
        return operator == Expression.Operator.MODULO
                ? Sql.of("mod(").then(left).then(", ").then(right).then(")")
                : Sql.of("(")
                        .then(left)
                        .then(" " + operator.sign() + " ")
                        .then(right)
                        .then(")");
    }
}
