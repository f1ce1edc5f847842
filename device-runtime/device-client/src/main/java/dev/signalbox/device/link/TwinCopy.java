// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.MergePatch;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The desired properties as this device knows them. A patch that does not follow on what is known is not taken: the
/// whole twin has to be asked for again. Not thread-safe: used on the events thread.
final class TwinCopy {
    private static final String VERSION = "$version";

    private ObjectNode desired = Json.mapper().createObjectNode();
    private long version = -1;

    /// Takes the answer to a twin GET.
    void whole(byte[] twin) {
        JsonNode node = Json.readTree(twin).path("desired");
        desired = node instanceof ObjectNode object
                ? object.deepCopy()
                : Json.mapper().createObjectNode();
        version = desired.path(VERSION).asLong(0);
        desired.remove(VERSION);
    }

    /// Takes a patch; false if one before it is missing. An older one is ignored.
    boolean patch(byte[] patch) {
        if (!(Json.readTree(patch) instanceof ObjectNode object)) {
            return true;
        }
        long next = object.path(VERSION).asLong(0);
        if (next <= version) {
            return true;
        }
        if (version < 0 || next != version + 1) {
            return false;
        }
        ObjectNode members = object.deepCopy();
        members.remove(VERSION);
        desired = MergePatch.apply(desired, members);
        version = next;
        return true;
    }

    Optional<ObjectNode> desired() {
        return version < 0 ? Optional.empty() : Optional.of(desired.deepCopy());
    }

    long version() {
        return version;
    }
}
