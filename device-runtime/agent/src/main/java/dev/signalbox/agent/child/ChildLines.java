// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.child;

import dev.signalbox.agent.step.Item;
import dev.signalbox.agent.step.RunRuntime;
import dev.signalbox.api.Body;
import dev.signalbox.api.Message;
import dev.signalbox.api.Twin;
import dev.signalbox.protocol.codec.Json;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The lines of the protocol, as we write and read them.
final class ChildLines {
    private ChildLines() {}

    static ObjectNode op(String name) {
        return Json.mapper().createObjectNode().put("op", name);
    }

    static ObjectNode log(String level, String text) {
        return op("log").put("level", level).put("text", text);
    }

    /// @param service the sender, as services know it
    static ObjectNode delivery(long number, Item.Delivery delivery, String service) {
        ObjectNode line = switch (delivery.kind()) {
            case PROCESS -> op("process");
            case ACTION -> op("act").put("action", delivery.name());
            case EVENT -> op("event").put("address", delivery.name());
        };
        Message message = delivery.message();
        line.put("n", number)
                .put("id", message.id())
                .put("time", message.time().toString())
                .put("source", message.source())
                .put("service", service);
        line.putPOJO("properties", message.properties());
        return put(line, message.body());
    }

    private static ObjectNode put(ObjectNode line, Body body) {
        if (body.isBytes()) {
            return line.put("bytes", Base64.getEncoder().encodeToString(body.asBytes()));
        }
        return line.putPOJO("body", body.raw());
    }

    private static JsonNode tree(Body body) {
        return Json.mapper().valueToTree(body.raw());
    }

    /// The value that a line carries.
    static Body body(ObjectNode line) {
        if (line.hasNonNull("bytes")) {
            return Body.of(Base64.getDecoder().decode(line.get("bytes").asString()));
        }
        return Body.of(line.has("body") ? Json.mapper().convertValue(line.get("body"), Object.class) : null);
    }

    @SuppressWarnings("unchecked")
    static Map<String, String> properties(ObjectNode line) {
        return line.has("properties") ? Json.mapper().convertValue(line.get("properties"), Map.class) : Map.of();
    }

    static ObjectNode state(Twin twin) {
        ObjectNode line = op("state");
        ObjectNode state = line.putObject("state");
        JsonNode desired = tree(twin.desired());
        if (desired instanceof ObjectNode object) {
            object.put("$version", twin.version());
        }
        state.set("desired", desired);
        state.set("reported", tree(twin.reported()));
        return line;
    }

    static ObjectNode load(RunRuntime runtime) {
        ObjectNode line = op("load");
        line.set("config", ChildConfig.of(runtime));
        line.set("settings", ChildConfig.settings(runtime.settings()));
        ObjectNode properties = line.putObject("properties");
        runtime.properties().forEach(property -> properties.put(property.id(), property.value()));
        return line;
    }

    /// All that a message led to is done.
    ///
    /// @param failure null when it went well
    static ObjectNode completed(long ack, @Nullable Throwable failure) {
        ObjectNode line = op("completed").put("ack", ack);
        if (failure instanceof TimeoutException) {
            line.put("late", true);
        } else if (failure != null) {
            line.put("error", String.valueOf(failure.getMessage()));
        }
        return line;
    }

    /// @param error null when it went well
    static ObjectNode answer(long ack, @Nullable String error) {
        ObjectNode line = op("ok").put("ack", ack);
        return error == null ? line : line.put("error", error);
    }
}
