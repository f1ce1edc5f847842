// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.query.Evaluator;
import dev.signalbox.protocol.query.Expression;
import dev.signalbox.protocol.query.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A condition, compiled term by term.
record Condition(List<Term> terms) {
    private static final JsonNode NOTHING = Json.mapper().createObjectNode();

    static Condition of(Optional<Expression> where, PathNumbers paths, Residuals residuals) {
        var onSubject = new Compiler(Place.ofSubject(paths), residuals);
        var onLeaf = new Compiler(Place.ofLeaf(), residuals);
        return new Condition(where.map(Normal::terms).orElse(List.of()).stream()
                .map(term -> new Term(onSubject.condition(term), scan(term, paths, onLeaf)))
                .toList());
    }

    /// The filters of all terms but one.
    Sql filters(Optional<Term> without) {
        List<Sql> filters = terms.stream()
                .filter(term -> !without.equals(Optional.of(term)))
                .map(Term::filter)
                .toList();
        return filters.isEmpty() ? Sql.of("1") : Sql.joined("AND", filters);
    }

    /// A term on one path that is not true where the path is undefined is true only for subjects with a leaf there.
    private static Optional<Term.Scan> scan(Expression term, PathNumbers paths, Compiler onLeaf) {
        List<Path> named = Paths.of(term);
        if (named.size() != 1 || Evaluator.matches(term, NOTHING)) {
            return Optional.empty();
        }
        return Optional.of(new Term.Scan(paths.of(named.getFirst()), onLeaf.condition(term), seeks(term)));
    }

    private static boolean seeks(Expression term) {
        return switch (term) {
            case Expression.Comparison c ->
                c.relation() != Expression.Relation.NOT_EQUAL
                        && (c.left() instanceof Expression.Reference || c.right() instanceof Expression.Reference)
                        && (c.left() instanceof Expression.Constant || c.right() instanceof Expression.Constant);
            case Expression.In in -> !in.negated();
            case Expression.Call call ->
                switch (call.function()) {
                    case ENDSWITH, CONTAINS -> false;
                    default -> call.arguments().getFirst() instanceof Expression.Reference;
                };
            default -> false;
        };
    }
}
