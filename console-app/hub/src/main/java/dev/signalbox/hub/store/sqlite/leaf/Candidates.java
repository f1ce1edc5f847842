// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The subjects one rare term may be true for: what the other terms are then looked up for.
///
/// @param settled the term that needs no looking up any more, if the leaves said all
record Candidates(Optional<Term> settled, List<Long> subjects) {
    /// Those of the rarest term.
    ///
    /// @param after only subjects after that one
    /// @param most no term true for more of them will do
    /// @param seeking whether to look only at terms that the index leads to
    static Optional<Candidates> of(Condition condition, Statements statements, long after, int most, boolean seeking) {
        Optional<Candidates> best = Optional.empty();
        for (Term term : condition.terms()) {
            int bound = best.map(found -> found.subjects().size() - 1).orElse(most);
            if (bound < 0
                    || term.scan().isEmpty()
                    || (seeking && !term.scan().get().seeks())) {
                continue;
            }
            List<Long> subjects = statements.list(
                    row -> row.getLong(1), term.scan().get().subjects(after).then(" LIMIT ?", bound + 1));
            if (subjects.size() <= bound) {
                best = Optional.of(new Candidates(
                        Optional.of(term)
                                .filter(found -> found.scan().orElseThrow().exact()),
                        subjects.stream().distinct().sorted().toList()));
            }
        }
        return best;
    }

    /// SQL for them as a table `d`, in order.
    Sql from() {
        String numbers = subjects.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        return Sql.of("json_each(?) j CROSS JOIN subject d ON d.number = j.value", numbers);
    }
}
