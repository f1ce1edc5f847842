// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.query.Evaluator;
import dev.signalbox.protocol.query.Path;
import java.sql.SQLException;
import org.sqlite.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What stands at a path of the document of a device of a job, where that comes out of its answer; as SQLite calls it.
final class Answer extends Function {
    private final Path path;

    Answer(Path path) {
        this.path = path;
    }

    @Override
    protected void xFunc() throws SQLException {
        String answer = value_text(0);
        JsonNode found = answer.isEmpty() ? Json.mapper().missingNode() : Evaluator.at(path, document(answer));
        if (found.isMissingNode()) {
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

    private static ObjectNode document(String answer) {
        ObjectNode document = Json.mapper().createObjectNode();
        ObjectNode response = Json.read(answer, ObjectNode.class);
        document.putObject("outcome").set("deviceMethodResponse", response);
        document.set("cloudToDeviceMethod", response);
        return document;
    }
}
