// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.protocol.codec.query.Evaluator;
import dev.signalbox.protocol.query.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What stands at a path of a document that is made of a row's columns, as SQLite calls it for one row after the other.
abstract class AtPath extends Function {
    private final Path path;

    AtPath(Path path) {
        this.path = path;
    }

    /// The document of the row; empty if it has none.
    abstract Optional<ObjectNode> document() throws SQLException;

    @Override
    protected final void xFunc() throws SQLException {
        JsonNode found = document()
                .map(document -> Evaluator.at(path, document))
                .filter(node -> !node.isMissingNode())
                .orElse(null);
        if (found == null) {
            result();
            return;
        }
        switch (Stored.of(found)) {
            case Double number -> result(number);
            case String text -> result(text);
            case byte[] mark -> result(mark);
            default -> result();
        }
    }
}
