// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.routing;

import dev.signalbox.api.Message;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.query.Evaluator;
import dev.signalbox.protocol.codec.query.QueryParser;
import dev.signalbox.protocol.query.Expression;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a wire carries: all messages, or those a WHERE expression is true for. It sees the message as `body`,
/// `properties`, `source`, `id` and `time`; a body of bytes is not there. What is missing makes it not true.
public final class Condition {
    private final Optional<Expression> expression;

    private Condition(Optional<Expression> expression) {
        this.expression = expression;
    }

    /// Throws ProblemException, with the column, when it cannot be read. Blank means always.
    public static Condition of(String text) throws ProblemException {
        return new Condition(QueryParser.anyCondition(text));
    }

    /// @param seen shared by the wires that ask about the same message
    boolean admits(Message message, Sight seen) {
        return expression.isEmpty() || Evaluator.matches(expression.get(), seen.of(message));
    }

    /// How conditions see one message: made once, at the first wire that asks.
    static final class Sight {
        private @Nullable JsonNode document;

        private JsonNode of(Message message) {
            if (document == null) {
                document = documentOf(message);
            }
            return document;
        }

        private static JsonNode documentOf(Message message) {
            ObjectNode document = Json.mapper().createObjectNode();
            if (!message.body().isBytes()) {
                document.set("body", Json.mapper().valueToTree(message.body().raw()));
            }
            document.set("properties", Json.mapper().valueToTree(message.properties()));
            document.put("source", message.source());
            document.put("id", message.id());
            document.put("time", message.time().toString());
            return document;
        }
    }
}
