// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.codec.Json;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A twin as the store keeps it: two documents, each with a version that grows by one with each change.
public record StoredTwin(
        ObjectNode desired, long desiredVersion, ObjectNode reported, long reportedVersion, Times times) {
    /// When either side last changed; empty if never, or before this was kept. The store notes it.
    public record Times(Optional<Instant> desired, Optional<Instant> reported) {
        static final Times NEVER = new Times(Optional.empty(), Optional.empty());
    }

    /// What a new device starts with.
    public static StoredTwin fresh() {
        return new StoredTwin(Json.mapper().createObjectNode(), 1, Json.mapper().createObjectNode(), 1, Times.NEVER);
    }

    public StoredTwin withDesired(ObjectNode changed) {
        return new StoredTwin(changed, desiredVersion + 1, reported, reportedVersion, times);
    }

    public StoredTwin withReported(ObjectNode changed) {
        return new StoredTwin(desired, desiredVersion, changed, reportedVersion + 1, times);
    }
}
