// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.query;

import java.util.Optional;

/// One member of a row.
public sealed interface Column {
    /// The member's name.
    String name();

    /// The value at a path; left out where it is undefined.
    record Selected(Path path, String name) implements Column {}

    /// One figure over all documents of a group.
    ///
    /// @param path what it is taken over; only COUNT does without
    record Aggregated(Aggregate function, Optional<Path> path, String name) implements Column {}
}
