// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.twin;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Merge patches that wait to be sent; those that wait together become one. Safe for use by many threads.
final class PatchQueue {
    private @Nullable ObjectNode waiting;

    synchronized void add(ObjectNode patch) {
        waiting = waiting == null ? patch.deepCopy() : followed(waiting, patch);
    }

    /// All of them; null if there are none.
    synchronized @Nullable ObjectNode take() {
        ObjectNode all = waiting;
        waiting = null;
        return all;
    }

    /// One that was taken comes before those that came since.
    synchronized void putBack(ObjectNode former) {
        waiting = waiting == null ? former : followed(former, waiting);
    }

    /// One patch that does what the two do; unlike applying, it keeps the nulls that remove.
    private static ObjectNode followed(ObjectNode first, ObjectNode second) {
        ObjectNode both = first.deepCopy();
        second.properties().forEach(member -> {
            boolean objects =
                    both.get(member.getKey()) instanceof ObjectNode && member.getValue() instanceof ObjectNode;
            both.set(
                    member.getKey(),
                    objects
                            ? followed((ObjectNode) both.get(member.getKey()), (ObjectNode) member.getValue())
                            : member.getValue());
        });
        return both;
    }
}
