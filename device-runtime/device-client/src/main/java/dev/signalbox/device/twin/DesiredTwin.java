// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.twin;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.MergePatch;
import tools.jackson.databind.node.ObjectNode;

/// The desired properties as this device knows them: the last whole document, and each patch since in turn.
final class DesiredTwin {
    /// What a patch did to the document.
    enum Effect {
        /// It is newer by this patch.
        CHANGED,
        /// It had this patch already.
        KNOWN,
        /// A patch before this one is missing; only the whole document helps.
        GAP
    }

    private ObjectNode document = Json.mapper().createObjectNode();
    private long version = -1;

    /// The whole document, whatever was known before: a device made anew starts at version 1 again.
    void replace(ObjectNode desired) {
        version = desired.path("$version").asLong(0);
        document = withoutMeta(desired);
    }

    Effect apply(long patchVersion, ObjectNode patch) {
        if (patchVersion <= version) {
            return Effect.KNOWN;
        }
        if (version < 0 || patchVersion > version + 1) {
            return Effect.GAP;
        }
        document = MergePatch.apply(document, withoutMeta(patch));
        version = patchVersion;
        return Effect.CHANGED;
    }

    private static ObjectNode withoutMeta(ObjectNode desired) {
        ObjectNode plain = desired.deepCopy();
        plain.remove("$version");
        plain.remove("$metadata");
        return plain;
    }

    /// A copy, without the members the hub keeps for itself.
    ObjectNode document() {
        return document.deepCopy();
    }

    long version() {
        return version;
    }
}
