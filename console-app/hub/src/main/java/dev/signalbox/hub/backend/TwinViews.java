// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.backend;

import dev.signalbox.hub.store.TwinDocument;
import dev.signalbox.operator.device.DeviceTwin;
import dev.signalbox.operator.device.TwinChange;
import dev.signalbox.protocol.codec.Json;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Twins in the words operators use, made from the ones back ends use, and the other way round. What is the hub's
/// own is hidden from operators too, and the same rules hold.
public final class TwinViews {
    private TwinViews() {}

    public static DeviceTwin of(BackendTwins.Dated twin) {
        ObjectNode document = twin.document();
        return new DeviceTwin(
                document.path("etag").asString(""),
                document.path("version").asLong(),
                object(document.path("tags")),
                part(document.at("/properties/desired"), twin.times().desired().last()),
                part(
                        document.at("/properties/reported"),
                        twin.times().reported().last()),
                Optional.of(Instant.parse(document.path("lastActivityTime").asString()))
                        .filter(Instant.EPOCH::isBefore));
    }

    /// Throws when the change breaks a rule or touches what is the hub's own.
    public static TwinEdit edit(TwinChange change) {
        ObjectNode twin = Json.mapper().createObjectNode();
        change.tags().ifPresent(tags -> twin.set("tags", tags));
        change.desired().ifPresent(desired -> twin.putObject("properties").set("desired", desired));
        return TwinEdit.read(twin, true);
    }

    private static DeviceTwin.Part part(JsonNode section, Optional<Instant> changedAt) {
        ObjectNode document = object(section);
        JsonNode version = document.remove("$version");
        document.remove(TwinDocument.METADATA);
        return new DeviceTwin.Part(document, version == null ? 0 : version.asLong(), changedAt);
    }

    private static ObjectNode object(JsonNode node) {
        return node instanceof ObjectNode object
                ? object.deepCopy()
                : Json.mapper().createObjectNode();
    }
}
