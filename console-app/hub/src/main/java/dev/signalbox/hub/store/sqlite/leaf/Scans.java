// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.query.Evaluator;
import dev.signalbox.protocol.query.Expression;
import dev.signalbox.protocol.query.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Knows for which terms leaves alone say where to look.
final class Scans {
    private static final JsonNode NOTHING = Json.mapper().createObjectNode();

    private final PathNumbers paths;
    private final Compiler onLeaf;

    Scans(PathNumbers paths, Residuals residuals) {
        this.paths = paths;
        this.onLeaf = new Compiler(Place.ofLeaf(), residuals);
    }

    Optional<Scan> of(Expression term) {
        return switch (term) {
            case Expression.Or or -> ofAny(or.terms()).filter(Scan::isShort).or(() -> onOnePath(term));
            case Expression.And and -> onOnePath(term).or(() -> ofRarest(and.terms()));
            default -> onOnePath(term);
        };
    }

    private Optional<Scan> ofAny(List<Expression> terms) {
        Optional<Scan> all = of(terms.getFirst());
        for (Expression term : terms.subList(1, terms.size())) {
            all = all.flatMap(before -> of(term).map(before::or));
        }
        return all;
    }

    /// Of several terms that must all be true, the first the index leads to, else the first that will do.
    private Optional<Scan> ofRarest(List<Expression> terms) {
        List<Scan> scans = terms.stream().flatMap(term -> of(term).stream()).toList();
        return scans.stream()
                .filter(Scan::seeks)
                .findFirst()
                .or(() -> scans.stream().findFirst())
                .map(Scan::inexact);
    }

    /// A term on one path that is not true where the path is undefined is true only for subjects with a leaf there.
    private Optional<Scan> onOnePath(Expression term) {
        List<Path> named = Paths.of(term);
        if (named.size() != 1 || Metadata.has(named.getFirst()) || Evaluator.matches(term, NOTHING)) {
            return Optional.empty();
        }
        return Optional.of(Scan.of(new Scan.Range(paths.of(named.getFirst()), onLeaf.condition(term), seeks(term))));
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
