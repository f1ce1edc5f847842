// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.topic.Reserved;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A device as queries see it: one document, made of what the registry and the twin hold. What is Signalbox's own in
/// the
/// twin is not in it.
public final class TwinDocument {
    /// Where the document says whether the device is connected.
    public static final String CONNECTION_STATE = "connectionState";

    /// Where it says when the device last came or went.
    public static final String LAST_ACTIVITY_TIME = "lastActivityTime";

    private static final String NEVER = "0001-01-01T00:00:00.000Z";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private TwinDocument() {}

    /// The whole document.
    public static ObjectNode of(StoredDevice device, StoredTwin twin, boolean connected) {
        ObjectNode document = identity(device, connected);
        document.set("tags", tags(device.tags()));
        document.set("properties", properties(twin));
        return document;
    }

    /// The members that stand before tags and properties.
    public static ObjectNode identity(StoredDevice device, boolean connected) {
        return Json.mapper()
                .createObjectNode()
                .put("deviceId", device.id().value())
                .put("status", "enabled")
                .put(CONNECTION_STATE, connectionState(connected))
                .put(LAST_ACTIVITY_TIME, lastActivityTime(device.lastSeen()))
                .put("authenticationType", "sas");
    }

    public static String connectionState(boolean connected) {
        return connected ? "Connected" : "Disconnected";
    }

    /// Always of the same length, so that the order of texts is that of times.
    public static String lastActivityTime(Optional<Instant> lastSeen) {
        return lastSeen.map(TIME::format).orElse(NEVER);
    }

    /// The member `tags`.
    public static ObjectNode tags(Map<String, String> tags) {
        ObjectNode node = Json.mapper().createObjectNode();
        tags.forEach(node::put);
        return node;
    }

    /// The member `properties`.
    public static ObjectNode properties(StoredTwin twin) {
        ObjectNode properties = Json.mapper().createObjectNode();
        properties.set("desired", visible(twin.desired(), twin.desiredVersion()));
        properties.set("reported", visible(twin.reported(), twin.reportedVersion()));
        return properties;
    }

    private static ObjectNode visible(ObjectNode stored, long version) {
        ObjectNode visible = Json.mapper().createObjectNode();
        visible.setAll(stored);
        visible.remove(Reserved.TWIN_PROPERTY.wireName());
        visible.put("$version", version);
        return visible;
    }
}
