// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.child;

import dev.signalbox.agent.step.RunRuntime;
import dev.signalbox.api.Settings;
import dev.signalbox.protocol.codec.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a service is told of its step, in the shape that microServiceBus gave it: lists of id and value. A release has
/// every value as text; one that reads as a number, true or false becomes that, as authors wrote them at the desk.
/// Secrets stay text.
final class ChildConfig {
    private static final String WHOLE = "-?(0|[1-9]\\d{0,17})";
    private static final String DECIMAL = "-?(0|[1-9]\\d{0,14})\\.\\d{1,15}";

    private ChildConfig() {}

    static ObjectNode of(RunRuntime runtime) {
        ObjectNode config = Json.mapper().createObjectNode();
        ArrayNode general = config.putArray("generalConfig");
        add(general, "name", runtime.settings().step());
        add(general, "host", runtime.settings().nodeName());
        general.addObject().put("id", "enabled").put("value", true);
        ArrayNode statics = config.putArray("staticConfig");
        ArrayNode secrets = config.putArray("securityConfig");
        for (RunRuntime.Property property : runtime.properties()) {
            if (property.secret()) {
                add(secrets, property.id(), property.value());
            } else {
                addTyped(statics.addObject().put("id", property.id()), property.value());
            }
        }
        return config;
    }

    private static void add(ArrayNode list, String id, String value) {
        list.addObject().put("id", id).put("value", value);
    }

    private static void addTyped(ObjectNode entry, String value) {
        if (value.equals("true") || value.equals("false")) {
            entry.put("value", value.equals("true"));
        } else if (value.matches(WHOLE)) {
            entry.put("value", Long.parseLong(value));
        } else if (value.matches(DECIMAL)) {
            entry.put("value", Double.parseDouble(value));
        } else {
            entry.put("value", value);
        }
    }

    static ObjectNode settings(Settings settings) {
        ObjectNode told = Json.mapper()
                .createObjectNode()
                .put("nodeName", settings.nodeName())
                .put("id", settings.nodeName())
                .put("flow", settings.flow())
                .put("step", settings.step())
                .put("release", settings.release())
                .put("state", "Active")
                .put("debug", true);
        told.putArray("tags");
        return told;
    }
}
