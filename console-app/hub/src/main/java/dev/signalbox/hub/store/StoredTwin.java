// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.codec.Json;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/// A twin as the store keeps it: two documents, each with a version that grows by one with each change.
public record StoredTwin(
        ObjectNode desired, long desiredVersion, ObjectNode reported, long reportedVersion, Times times) {
    /// When what of either side last changed. Of desired properties the versions are known too.
    public record Times(Marks desired, Marks reported) {}

    /// What a new device starts with.
    public static StoredTwin fresh() {
        var never = new Times(
                Marks.at(Optional.empty(), OptionalLong.of(1)), Marks.at(Optional.empty(), OptionalLong.empty()));
        return new StoredTwin(Json.mapper().createObjectNode(), 1, Json.mapper().createObjectNode(), 1, never);
    }

    /// Changed now.
    ///
    /// @param patch the merge patch that made it so: what it names counts as changed
    public StoredTwin withDesired(ObjectNode changed, ObjectNode patch) {
        long version = desiredVersion + 1;
        Marks marks = times.desired().changed(changed, patch, OptionalLong.of(version));
        return new StoredTwin(changed, version, reported, reportedVersion, new Times(marks, times.reported()));
    }

    /// Changed now.
    ///
    /// @param patch the merge patch that made it so: what it names counts as changed
    public StoredTwin withReported(ObjectNode changed, ObjectNode patch) {
        Marks marks = times.reported().changed(changed, patch, OptionalLong.empty());
        return new StoredTwin(desired, desiredVersion, changed, reportedVersion + 1, new Times(times.desired(), marks));
    }
}
