// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.rollout;

import dev.signalbox.hub.store.StoredRollout;
import dev.signalbox.hub.store.StoredRolloutNode;
import java.util.List;
import java.util.Optional;

/// One change of a rollout: of how nodes fare, or of where it stands.
record Turn(List<StoredRolloutNode> nodes, Optional<StoredRollout> next) {
    static final Turn NONE = new Turn(List.of(), Optional.empty());

    static Turn of(List<StoredRolloutNode> nodes) {
        return new Turn(nodes, Optional.empty());
    }

    static Turn to(StoredRollout next) {
        return new Turn(List.of(), Optional.of(next));
    }

    boolean isNothing() {
        return nodes.isEmpty() && next.isEmpty();
    }
}
