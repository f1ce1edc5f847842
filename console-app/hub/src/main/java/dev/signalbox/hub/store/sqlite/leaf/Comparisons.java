// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.protocol.query.Expression;
import dev.signalbox.protocol.query.Expression.Relation;
import dev.signalbox.protocol.query.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Comparisons of values as they are stored. Bounds of the type are added where SQLite would compare across types.
final class Comparisons {
    private final Place place;

    Comparisons(Place place) {
        this.place = place;
    }

    /// A path and a constant; empty where it has no short form.
    Optional<Sql> withConstant(Relation relation, Path path, Expression.Constant constant) {
        String value = place.value(path);
        return switch (constant) {
            case Expression.Undefined undefined -> Optional.of(Sql.NEVER);
            case Expression.Text text -> Optional.of(bounded(value, relation, text.value(), "''", "x''"));
            case Expression.Numeric number -> Optional.of(bounded(value, relation, number.value(), "-9e999", "''"));
            case Expression.Truth truth -> same(relation, value, truth.value() ? Stored.TRUE : Stored.FALSE);
            case Expression.Null nothing -> same(relation, value, Stored.NULL);
        };
    }

    /// Two paths; empty where it has no short form.
    Optional<Sql> ofPaths(Relation relation, Path left, Path right) {
        return isEquality(relation)
                ? Optional.of(Sql.of(place.primitive(left) + sign(relation) + place.primitive(right)))
                : Optional.empty();
    }

    Optional<Sql> in(Expression.In in) {
        if (!(in.value() instanceof Expression.Reference reference)) {
            return Optional.empty();
        }
        String value = place.value(reference.path());
        List<Sql> items = in.items().stream().flatMap(Comparisons::item).toList();
        String primitive = value + " < " + Stored.OBJECT;
        if (items.isEmpty()) {
            return Optional.of(in.negated() ? Sql.of(primitive) : Sql.NEVER);
        }
        Sql list = items.stream()
                .reduce((left, right) -> left.then(", ").then(right))
                .orElseThrow();
        return Optional.of(
                in.negated()
                        ? Sql.of("(" + primitive + " AND " + value + " NOT IN (")
                                .then(list)
                                .then("))")
                        : Sql.of(value + " IN (").then(list).then(")"));
    }

    private static Stream<Sql> item(Expression.Constant constant) {
        return switch (constant) {
            case Expression.Text text -> Stream.of(Sql.of("?", text.value()));
            case Expression.Numeric number -> Stream.of(Sql.of("?", number.value()));
            case Expression.Truth truth -> Stream.of(Sql.of(truth.value() ? Stored.TRUE : Stored.FALSE));
            case Expression.Null nothing -> Stream.of(Sql.of(Stored.NULL));
            case Expression.Undefined undefined -> Stream.empty();
        };
    }

    private static Sql bounded(String value, Relation relation, Object constant, String first, String beyond) {
        Sql compared = Sql.of(value + sign(relation) + "?", constant);
        return switch (relation) {
            case EQUAL -> compared;
            case NOT_EQUAL -> and(compared, value + " < " + Stored.OBJECT);
            case LESS, AT_MOST -> and(compared, value + " >= " + first);
            case MORE, AT_LEAST -> and(compared, value + " < " + beyond);
        };
    }

    private static Sql and(Sql left, String right) {
        return Sql.of("(").then(left).then(" AND " + right + ")");
    }

    private static Optional<Sql> same(Relation relation, String value, String stored) {
        if (!isEquality(relation)) {
            return Optional.empty();
        }
        Sql compared = Sql.of(value + sign(relation) + stored);
        return Optional.of(relation == Relation.EQUAL ? compared : and(compared, value + " < " + Stored.OBJECT));
    }

    private static boolean isEquality(Relation relation) {
        return relation == Relation.EQUAL || relation == Relation.NOT_EQUAL;
    }

    private static String sign(Relation relation) {
        return " " + (relation == Relation.NOT_EQUAL ? "<>" : relation.sign()) + " ";
    }
}
