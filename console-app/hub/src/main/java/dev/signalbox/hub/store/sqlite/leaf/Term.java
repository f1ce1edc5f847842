// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import java.util.Optional;

/// One term of a condition, compiled.
///
/// @param filter SQL on the subject called `d`
/// @param scan how to find the subjects it is true for without looking at others; empty if there is no such way
record Term(Sql filter, Optional<Scan> scan) {
    /// Finds subjects by the leaves of one path.
    ///
    /// @param path the path's number
    /// @param condition SQL on the leaf at hand
    /// @param seeks whether the index leads straight to the leaves wanted, or all leaves of the path are looked at
    record Scan(long path, Sql condition, boolean seeks) {
        /// SQL for the numbers of the subjects after one.
        Sql subjects(long after) {
            return Sql.of("SELECT subject FROM leaf INDEXED BY leaf_value WHERE path = " + path + " AND ")
                    .then(condition)
                    .then(" AND subject > " + after);
        }
    }
}
