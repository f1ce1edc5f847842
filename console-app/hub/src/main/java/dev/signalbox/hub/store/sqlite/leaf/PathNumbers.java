// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.protocol.query.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The numbers of the paths one query names.
final class PathNumbers {
    private static final long NOWHERE = -1;

    private final Statements statements;
    private final Kind kind;
    private final Map<Path, Long> numbers = new HashMap<>();

    PathNumbers(Statements statements, Kind kind) {
        this.statements = statements;
        this.kind = kind;
    }

    /// The path's number; one that no leaf has, if no document has the path.
    long of(Path path) {
        return numbers.computeIfAbsent(path, this::lookUp);
    }

    private long lookUp(Path path) {
        List<Long> found = statements.list(
                row -> row.getLong(1), "SELECT number FROM path WHERE text = ?", PathText.of(kind, path));
        return found.isEmpty() ? NOWHERE : found.getFirst();
    }
}
