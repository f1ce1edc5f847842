// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.protocol.query.Expression;
import dev.signalbox.protocol.query.Expression.Relation;
import java.util.List;
import java.util.Optional;

/// Compiles terms of a condition to SQL that is true where the term is true. What SQLite has no like of is left to the
/// evaluator, as a function it calls.
final class Compiler {
    private final Place place;
    private final Residuals residuals;
    private final Comparisons comparisons;
    private final Calls calls;

    Compiler(Place place, Residuals residuals) {
        this.place = place;
        this.residuals = residuals;
        this.comparisons = new Comparisons(place);
        this.calls = new Calls(place);
    }

    Sql condition(Expression term) {
        return switch (term) {
            case Expression.And and -> Sql.joined("AND", all(and.terms()));
            case Expression.Or or -> Sql.joined("OR", all(or.terms()));
            case Expression.Truth truth -> Sql.of(truth.value() ? "1" : "0");
            case Expression.Constant never -> Sql.NEVER;
            case Expression.Comparison comparison -> comparison(comparison).orElseGet(() -> residual(term));
            case Expression.In in -> comparisons.in(in).orElseGet(() -> residual(term));
            case Expression.Call call -> calls.holds(call).orElseGet(() -> residual(term));
            case Expression.Not not
            when not.term() instanceof Expression.Call call -> calls.fails(call).orElseGet(() -> residual(term));
            default -> residual(term);
        };
    }

    private List<Sql> all(List<Expression> terms) {
        return terms.stream().map(this::condition).toList();
    }

    private Optional<Sql> comparison(Expression.Comparison comparison) {
        Relation relation = comparison.relation();
        Expression one = comparison.left();
        Expression other = comparison.right();
        if (one instanceof Expression.Constant && !(other instanceof Expression.Constant)) {
            return comparison(new Expression.Comparison(relation.turned(), other, one));
        }
        if (one instanceof Expression.Reference path && other instanceof Expression.Constant constant) {
            return comparisons.withConstant(relation, path.path(), constant);
        }
        if (one instanceof Expression.Reference a && other instanceof Expression.Reference b) {
            return comparisons.ofPaths(relation, a.path(), b.path());
        }
        return Numbers.compared(place, comparison);
    }

    private Sql residual(Expression term) {
        return residuals.call(term, place);
    }
}
