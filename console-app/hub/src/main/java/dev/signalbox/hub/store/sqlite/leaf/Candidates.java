// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import java.util.Optional;

/// The subjects one rare term may be true for: what the other terms are then looked up for.
///
/// @param settled the term that needs no looking up any more, if the leaves said all
/// @param subjects SQL for their numbers, some perhaps twice
/// @param count how many that makes
record Candidates(Optional<Term> settled, Sql subjects, long count) {
    /// Those of the rarest term.
    ///
    /// @param after only subjects after that one
    /// @param most no term true for more of them will do
    /// @param seeking whether to look only at terms that the index leads to
    static Optional<Candidates> of(Condition condition, Statements statements, long after, int most, boolean seeking) {
        Optional<Candidates> best = Optional.empty();
        for (Term term : condition.terms()) {
            long bound = best.map(found -> found.count() - 1).orElse((long) most);
            Optional<Scan> scan = term.scan().filter(way -> way.seeks() || !seeking);
            if (bound >= 0 && scan.isPresent()) {
                Sql subjects = scan.get().subjects(after);
                long count = count(statements, subjects, bound + 1);
                if (count <= bound) {
                    best = Optional.of(new Candidates(
                            Optional.of(term).filter(_ -> scan.get().exact()), subjects, count));
                }
            }
        }
        return best;
    }

    /// SQL for them as a table `d`, in order. The limit, which is none, keeps SQLite from leaving out the order.
    Sql from() {
        return Sql.of("(SELECT DISTINCT subject AS number FROM (")
                .then(subjects)
                .then(") ORDER BY subject LIMIT -1) c CROSS JOIN subject d ON d.number = c.number");
    }

    private static long count(Statements statements, Sql subjects, long most) {
        Sql some = Sql.of("SELECT count(*) FROM (").then(subjects).then(" LIMIT ?)", most);
        return statements.list(row -> row.getLong(1), some).getFirst();
    }
}
