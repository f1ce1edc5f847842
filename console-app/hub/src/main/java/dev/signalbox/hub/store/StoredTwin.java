// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.codec.Json;
import tools.jackson.databind.node.ObjectNode;

/// A twin as the store keeps it: two documents, each with a version that grows by one with each change.
public record StoredTwin(ObjectNode desired, long desiredVersion, ObjectNode reported, long reportedVersion) {
    /// What a new device starts with.
    public static StoredTwin fresh() {
        return new StoredTwin(Json.mapper().createObjectNode(), 1, Json.mapper().createObjectNode(), 1);
    }

    public StoredTwin withDesired(ObjectNode changed) {
        return new StoredTwin(changed, desiredVersion + 1, reported, reportedVersion);
    }

    public StoredTwin withReported(ObjectNode changed) {
        return new StoredTwin(desired, desiredVersion, changed, reportedVersion + 1);
    }
}
