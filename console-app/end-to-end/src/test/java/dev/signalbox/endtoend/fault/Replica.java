// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.MergePatch;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A device's copy of what it should be: got as a whole with each connection, and patched from then on.
final class Replica {
    private final List<ObjectNode> early = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private ObjectNode desired = Json.mapper().createObjectNode();
    private long version;
    /// The version got as a whole; a patch up to it may still be on its way.
    private long got;
    private long highest;
    private boolean known;

    /// A new connection: what was heard on the one before is finished.
    synchronized void begin() {
        known = false;
        early.clear();
    }

    synchronized void whole(JsonNode twin) {
        desired = (ObjectNode) twin.path("desired").deepCopy();
        version = of(desired);
        got = version;
        desired.remove("$version");
        if (version < highest) {
            violations.add("version " + version + " after " + highest);
        }
        highest = Math.max(highest, version);
        known = true;
        early.stream().filter(patch -> of(patch) > version).forEach(this::apply);
        early.clear();
    }

    synchronized void patch(ObjectNode patch) {
        if (!known) {
            early.add(patch);
        } else if (of(patch) > version) {
            apply(patch);
        } else if (of(patch) > got) {
            violations.add("patch " + of(patch) + " after version " + version);
        }
    }

    private void apply(ObjectNode patch) {
        long next = of(patch);
        if (next != version + 1) {
            violations.add("patch " + next + " at version " + version);
        }
        ObjectNode change = patch.deepCopy();
        change.remove("$version");
        desired = MergePatch.apply(desired, change);
        version = next;
        highest = Math.max(highest, version);
    }

    private static long of(ObjectNode patch) {
        return patch.path("$version").longValue();
    }

    /// Whether it is what the hub has.
    synchronized boolean isSameAs(JsonNode ofHub) {
        ObjectNode expected = (ObjectNode) ofHub.deepCopy();
        long expectedVersion = expected.path("$version").longValue();
        expected.remove(List.of("$version", "$metadata"));
        return known && version == expectedVersion && desired.equals(expected);
    }

    /// Patches that came twice, too late, or not at all, and versions that fell.
    synchronized List<String> violations() {
        return List.copyOf(violations);
    }
}
