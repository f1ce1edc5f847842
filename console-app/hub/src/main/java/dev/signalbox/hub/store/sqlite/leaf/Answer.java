// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.query.Path;
import java.sql.SQLException;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What stands at a path of the document of a device of a job, where that comes out of its answer; as SQLite calls it.
final class Answer extends AtPath {
    Answer(Path path) {
        super(path);
    }

    @Override
    Optional<ObjectNode> document() throws SQLException {
        return Optional.of(value_text(0)).filter(answer -> !answer.isEmpty()).map(Answer::document);
    }

    private static ObjectNode document(String answer) {
        ObjectNode document = Json.mapper().createObjectNode();
        ObjectNode response = Json.read(answer, ObjectNode.class);
        document.putObject("outcome").set("deviceMethodResponse", response);
        document.set("cloudToDeviceMethod", response);
        return document;
    }
}
