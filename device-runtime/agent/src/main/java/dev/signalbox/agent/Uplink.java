// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.api.Body;
import dev.signalbox.api.Message;
import dev.signalbox.device.client.NodeLink;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.topic.Reserved;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the node sends to its hub, marked as the hub tells it apart. Safe for use by many threads.
record Uplink(NodeLink link) {
    private static final String FENCED = "signalbox-";

    /// A step's message, which is on disk when this returns. Throws as `NodeLink.send` does.
    void submit(StepAddress from, Message message) {
        var properties = new LinkedHashMap<>(message.properties());
        properties.keySet().removeIf(key -> key.startsWith(FENCED));
        properties.put(Reserved.STEP.wireName(), from.toString());
        properties.put("$.mid", message.id());
        link.send(bytes(message.body()), properties);
    }

    private static byte[] bytes(Body body) {
        if (body.isBytes()) {
            return body.asBytes();
        }
        Object raw = body.raw();
        return raw == null ? "null".getBytes(UTF_8) : Json.write(raw);
    }

    /// How the node is; only the latest counts.
    void state(byte[] report) {
        link.sendState(report, Map.of(Reserved.KIND.wireName(), Reserved.KIND_STATE));
    }

    /// What the steps did; now, or false.
    boolean figures(byte[] report) {
        return link.sendNow(report, Map.of(Reserved.KIND.wireName(), Reserved.KIND_FIGURES));
    }
}
