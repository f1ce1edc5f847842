// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.device;

import dev.signalbox.protocol.codec.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A twin to read and edit. Its parts are JSON objects, a member a line.
///
/// @param etag of tags and desired properties
/// @param version grows with each change of any part
/// @param differences between what is desired and what is reported, by path
/// @param lastSeen when the device was last connected, empty if never
public record Twin(
        String etag,
        long version,
        String tags,
        Side desired,
        Side reported,
        List<Difference> differences,
        Optional<Instant> lastSeen) {
    public Twin {
        differences = List.copyOf(differences);
    }

    /// Where other tags and desired properties differ from these. Both texts are JSON objects.
    public List<Difference> differencesFrom(String otherTags, String otherDesired) {
        return Differences.between(whole(otherTags, otherDesired), whole(tags, desired.text()));
    }

    private static ObjectNode whole(String tags, String desired) {
        ObjectNode whole = Json.mapper().createObjectNode();
        whole.set("tags", JsonTexts.object(tags));
        whole.set("desired", JsonTexts.object(desired));
        return whole;
    }

    /// One side of the properties.
    ///
    /// @param changedAt when it got that version; empty if it never changed
    public record Side(String text, long version, Optional<Instant> changedAt) {}
}
