// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.protocol.query.Expression;
import java.util.List;
import java.util.Optional;

/// A condition, compiled term by term.
record Condition(List<Term> terms) {
    static Condition of(Optional<Expression> where, TwinPlace place) {
        var onSubject = new Compiler(place, place.residuals());
        var scans = new Scans(place.paths(), place.residuals());
        return new Condition(where.map(Normal::terms).orElse(List.of()).stream()
                .map(term -> new Term(onSubject.condition(term), scans.of(term)))
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
}
