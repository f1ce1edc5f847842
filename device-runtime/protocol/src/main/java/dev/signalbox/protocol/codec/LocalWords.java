// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import dev.signalbox.protocol.local.FromAgent;
import dev.signalbox.protocol.local.FromApp;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The trees of the lines between node and local apps.
final class LocalWords {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private LocalWords() {}

    static byte[] line(ObjectNode tree) {
        byte[] json = Json.write(tree);
        byte[] line = java.util.Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }

    static ObjectNode signal(String name, JsonNode value) {
        return object("signal", object(name, value));
    }

    static ObjectNode object(String key, JsonNode value) {
        ObjectNode object = NODES.objectNode();
        object.set(key, value);
        return object;
    }

    static Optional<FromApp> fromApp(ObjectNode line) {
        if (line.get("data") instanceof ObjectNode data && data.get("sdkclient") instanceof ObjectNode client) {
            return data(name(client), data);
        }
        return line.path("signal").get("sdkclient") instanceof ObjectNode client
                ? signal(name(client), client)
                : Optional.empty();
    }

    private static Optional<FromApp> data(String app, ObjectNode data) {
        JsonNode payload = data.get("payload");
        return app.isEmpty() || payload == null
                ? Optional.empty()
                : Optional.of(new FromApp.Data(app, payload, text(data.get("channel")), text(data.get("id"))));
    }

    private static Optional<FromApp> signal(String app, ObjectNode client) {
        if (app.isEmpty()) {
            return Optional.empty();
        }
        if (client.get("error") instanceof ObjectNode error) {
            return Optional.of(new FromApp.Failed(app, text(error.get("type")), text(error.get("msg"))));
        }
        if (client.get("call") instanceof ObjectNode call) {
            return single(call).map(one -> new FromApp.Call(app, one.getKey(), one.getValue()));
        }
        return switch (text(client.get("status"))) {
            case "connected" -> Optional.of(new FromApp.Connected(app, text(client.get("version"))));
            case "disconnected" -> Optional.of(new FromApp.Disconnected(app));
            default -> Optional.empty();
        };
    }

    static Optional<FromAgent> fromAgent(ObjectNode line) {
        if (line.get("data") instanceof ObjectNode data) {
            return single(data).map(one -> new FromAgent.Command(one.getKey(), one.getValue()));
        }
        JsonNode signal = line.path("signal");
        if (signal.get("sdkinit") instanceof ObjectNode init
                && !text(init.get("version")).isEmpty()) {
            return Optional.of(new FromAgent.Init(
                    text(init.get("version")), init.path("receipts").asBoolean(false)));
        }
        String received = text(signal.get("received"));
        if (!received.isEmpty()) {
            return Optional.of(new FromAgent.Received(received));
        }
        String status = text(signal.get("agentstatus"));
        return status.isEmpty()
                ? link(text(signal.get("connectionstatus")))
                : Optional.of(new FromAgent.Status(status));
    }

    private static Optional<FromAgent> link(String status) {
        return switch (status) {
            case "connected" -> Optional.of(new FromAgent.Link(true));
            case "disconnected" -> Optional.of(new FromAgent.Link(false));
            default -> Optional.empty();
        };
    }

    /// The one member of an object; empty when it has none or several. What is no object is none.
    private static Optional<Map.Entry<String, ObjectNode>> single(ObjectNode object) {
        if (object.size() != 1) {
            return Optional.empty();
        }
        var one = object.properties().iterator().next();
        return Optional.of(
                Map.entry(one.getKey(), one.getValue() instanceof ObjectNode known ? known : NODES.objectNode()));
    }

    private static String name(ObjectNode client) {
        return text(client.get("name"));
    }

    private static String text(@Nullable JsonNode node) {
        return node != null && node.isString() ? node.asString() : "";
    }
}
