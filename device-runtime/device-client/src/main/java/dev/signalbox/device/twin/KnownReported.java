// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.twin;

import dev.signalbox.protocol.codec.MergePatch;
import dev.signalbox.protocol.topic.Reserved;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The reported properties that the hub has, as far as it has said so on this connection. Used by the link's thread
/// alone.
final class KnownReported {
    private static final String VERSION = "$version";
    private static final List<String> NOT_OURS = List.of(VERSION, "$metadata", Reserved.TWIN_PROPERTY.wireName());

    private @Nullable ObjectNode document;
    private long version;

    /// A new connection: other programs may have written meanwhile, or the device may have been made anew.
    void forget() {
        document = null;
    }

    /// Null until the hub has said.
    @Nullable
    ObjectNode document() {
        return document;
    }

    /// The hub sent the whole; one that is older than what it has acknowledged since does not count.
    void told(JsonNode reported) {
        if (!(reported instanceof ObjectNode whole)) {
            return;
        }
        long told = whole.path(VERSION).asLong(0);
        if (document == null || told >= version) {
            document = whole.deepCopy().remove(NOT_OURS);
            version = told;
        }
    }

    /// The hub took a patch.
    void took(ObjectNode patch, OptionalLong newVersion) {
        if (document != null) {
            document = MergePatch.apply(document, patch);
            version = newVersion.orElse(version + 1);
        }
    }
}
