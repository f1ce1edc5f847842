// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.backend;

import dev.signalbox.hub.twin.TwinRules;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.MergePatch;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.topic.Reserved;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A change that a back end makes to a twin. A part it does not name stays as it is.
///
/// @param replaces whether its parts replace what is there; otherwise they are merged into it
public record TwinEdit(Optional<ObjectNode> tags, Optional<ObjectNode> desired, boolean replaces) {
    private static final int LARGEST_TAGS = 8 * 1024;
    private static final int LARGEST_DESIRED = 32 * 1024;

    /// Reads a twin or part of one as a back end sends it: `tags` and `properties.desired`, with or without what only
    /// the hub says. Throws when it breaks a rule or touches what is the hub's own.
    public static TwinEdit read(ObjectNode twin, boolean replaces) {
        JsonNode properties = twin.path("properties");
        Optional<ObjectNode> desired = part(properties.path("desired"), "properties.desired");
        if (desired.isPresent() && desired.get().has(Reserved.TWIN_PROPERTY.wireName())) {
            throw new ProblemException(BackendProblems.reservedProperty());
        }
        return new TwinEdit(part(twin.path("tags"), "tags"), desired, replaces);
    }

    /// The tags after it.
    ObjectNode tagsAfter(ObjectNode before) {
        ObjectNode after = tags.map(change -> replaces ? withoutNulls(change) : MergePatch.apply(before, change))
                .orElse(before);
        return sized(after, "Tags", LARGEST_TAGS);
    }

    /// The desired properties after it; the hub's own stays.
    ObjectNode desiredAfter(ObjectNode before) {
        ObjectNode others = before.deepCopy();
        JsonNode own = others.remove(Reserved.TWIN_PROPERTY.wireName());
        ObjectNode after = desired.map(change -> replaces ? withoutNulls(change) : MergePatch.apply(others, change))
                .orElse(others);
        sized(after, "Desired properties", LARGEST_DESIRED);
        if (own != null) {
            after.set(Reserved.TWIN_PROPERTY.wireName(), own);
        }
        return after;
    }

    private static ObjectNode withoutNulls(ObjectNode document) {
        return MergePatch.apply(Json.mapper().createObjectNode(), document);
    }

    private static Optional<ObjectNode> part(JsonNode node, String name) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!(node instanceof ObjectNode object)) {
            throw new ProblemException(BackendProblems.badTwin(name + " is no object"));
        }
        ObjectNode part = object.deepCopy();
        part.remove("$version");
        part.remove("$metadata");
        TwinRules.check(part);
        return Optional.of(part);
    }

    private static ObjectNode sized(ObjectNode document, String what, int most) {
        if (Json.write(document).length > most) {
            throw new ProblemException(BackendProblems.twinTooLarge(what, most / 1024));
        }
        return document;
    }
}
