// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.topic.Reserved;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A twin of a device or module as IoT Hub writes it, the same for back ends and for queries. What is the hub's own is
/// not in it.
public final class TwinDocument {
    /// Where the document says whether the device is connected.
    public static final String CONNECTION_STATE = "connectionState";

    /// Where each side says when what of it last changed.
    public static final String METADATA = "$metadata";

    private TwinDocument() {}

    /// All that a twin is made of.
    ///
    /// @param lastSeen empty for a module: that is known of devices only
    public record Parts(
            ClientId id,
            StoredRegistration registration,
            StoredTags tags,
            StoredTwin twin,
            boolean connected,
            Optional<Instant> lastSeen) {}

    /// All of it, as back ends get it.
    public static ObjectNode of(Parts parts) {
        ObjectNode document = plain(parts);
        StoredTwin twin = parts.twin();
        dated(document, "desired", twin.desired(), twin.times().desired());
        dated(document, "reported", twin.reported(), twin.times().reported());
        return document;
    }

    /// `$metadata` of one side.
    public static ObjectNode metadata(ObjectNode stored, Marks marks) {
        return marks.of(visible(stored));
    }

    private static void dated(ObjectNode document, String side, ObjectNode stored, Marks marks) {
        ((ObjectNode) document.path("properties").path(side)).set(METADATA, metadata(stored, marks));
    }

    /// All but `$metadata`.
    public static ObjectNode plain(Parts parts) {
        ObjectNode document = Json.mapper().createObjectNode();
        document.put("deviceId", parts.id().device().value());
        parts.id().module().ifPresent(module -> document.put("moduleId", module));
        document.put("etag", etag(parts.tags(), parts.twin()));
        identity(document, parts);
        document.put(
                "version",
                parts.tags().edition()
                        + parts.twin().desiredVersion()
                        + parts.twin().reportedVersion()
                        - 2);
        document.set("tags", parts.tags().document());
        ObjectNode properties = document.putObject("properties");
        properties.set("desired", section(parts.twin().desired(), parts.twin().desiredVersion()));
        properties.set("reported", section(parts.twin().reported(), parts.twin().reportedVersion()));
        if (parts.id().module().isEmpty()) {
            document.putObject("capabilities")
                    .put("iotEdge", parts.registration().edge());
        }
        return document;
    }

    /// Of what back ends can change, so that neither reports nor orders of the hub make it another.
    public static String etag(StoredTags tags, StoredTwin twin) {
        String content = Json.writeText(tags.document()) + Json.writeText(visible(twin.desired()));
        String hex = Digests.of(content).value().substring("sha256:".length(), "sha256:".length() + 11);
        return Base64.getEncoder().encodeToString(hex.getBytes(StandardCharsets.US_ASCII));
    }

    public static String connectionState(boolean connected) {
        return connected ? "Connected" : "Disconnected";
    }

    private static void identity(ObjectNode document, Parts parts) {
        StoredRegistration registration = parts.registration();
        document.put("deviceEtag", registration.etag());
        document.put("status", registration.enabled() ? "enabled" : "disabled");
        if (!registration.statusReason().isEmpty()) {
            document.put("statusReason", registration.statusReason());
        }
        document.put("statusUpdateTime", Times.text(registration.statusChangedAt()));
        document.put(CONNECTION_STATE, connectionState(parts.connected()));
        document.put("lastActivityTime", Times.text(parts.lastSeen()));
        document.put("cloudToDeviceMessageCount", 0);
        document.put("authenticationType", registration.proof().type());
        document.putObject("x509Thumbprint")
                .put("primaryThumbprint", orNull(registration.proof().primaryThumbprint()))
                .put("secondaryThumbprint", orNull(registration.proof().secondaryThumbprint()));
        document.put("modelId", "");
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static ObjectNode section(ObjectNode stored, long version) {
        return visible(stored).put("$version", version);
    }

    private static ObjectNode visible(ObjectNode stored) {
        ObjectNode visible = stored.deepCopy();
        visible.remove(Reserved.TWIN_PROPERTY.wireName());
        return visible;
    }
}
