// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.live;

import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.codec.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Tells of nodes, and after a broken link also of those that were deleted meanwhile, which the stream does not repeat.
final class NodeListener implements Stream.Listener {
    private final NodeWatcher watcher;
    private final Supplier<List<NodeView>> now;
    private final Set<String> known = new HashSet<>();

    NodeListener(NodeWatcher watcher, Supplier<List<NodeView>> now) {
        this.watcher = watcher;
        this.now = now;
    }

    @Override
    public void event(EventReader.Event event) {
        switch (event.name()) {
            case "node" -> {
                var view = Json.read(event.data(), NodeView.class);
                known.add(view.id().value());
                watcher.node(view);
            }
            case "gone" -> gone(event.data());
            default -> {}
        }
    }

    @Override
    public void connected(boolean again) {
        if (again) {
            var missing = new HashSet<>(known);
            now.get().forEach(view -> missing.remove(view.id().value()));
            missing.forEach(this::gone);
        }
    }

    private void gone(String id) {
        known.remove(id);
        watcher.gone(id);
    }
}
