// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import java.util.ArrayList;
import java.util.List;

/// Finds subjects by leaves: those that one of the ranges holds.
///
/// @param exact whether it finds only subjects the term is true for; if not, the term is still to be looked up
record Scan(List<Range> ranges, boolean exact) {
    private static final int MOST_RANGES = 100;

    /// Leaves of one path.
    ///
    /// @param path the path's number
    /// @param condition SQL on the leaf at hand
    /// @param seeks whether the index leads straight to the leaves wanted, or all leaves of the path are looked at
    record Range(long path, Sql condition, boolean seeks) {}

    static Scan of(Range range) {
        return new Scan(List.of(range), true);
    }

    /// All that either finds.
    Scan or(Scan other) {
        List<Range> all = new ArrayList<>(ranges);
        all.addAll(other.ranges);
        return new Scan(all, exact && other.exact);
    }

    Scan inexact() {
        return new Scan(ranges, false);
    }

    boolean seeks() {
        return ranges.stream().allMatch(Range::seeks);
    }

    boolean isShort() {
        return ranges.size() <= MOST_RANGES;
    }

    /// SQL for the numbers of the subjects after one, some perhaps twice.
    Sql subjects(long after) {
        return ranges.stream()
                .map(range -> Sql.of("SELECT subject FROM leaf INDEXED BY leaf_value WHERE path = " + range.path())
                        .then(" AND ")
                        .then(range.condition())
                        .then(" AND subject > " + after))
                .reduce((left, right) -> left.then(" UNION ALL ").then(right))
                .orElseThrow();
    }
}
