// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.live;

import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.protocol.codec.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Tells of devices that ask to be let in, and after a broken link also of those that went meanwhile, which the stream
/// does not repeat.
final class OperationListener implements Stream.Listener {
    private final OperationWatcher watcher;
    private final Supplier<List<OperationView>> now;
    private final Set<String> known = new HashSet<>();

    OperationListener(OperationWatcher watcher, Supplier<List<OperationView>> now) {
        this.watcher = watcher;
        this.now = now;
    }

    @Override
    public void event(EventReader.Event event) {
        switch (event.name()) {
            case "operation" -> {
                var view = Json.read(event.data(), OperationView.class);
                known.add(view.id());
                watcher.operation(view);
            }
            case "gone" -> gone(event.data());
            default -> {}
        }
    }

    @Override
    public void connected(boolean again) {
        if (again) {
            var missing = new HashSet<>(known);
            now.get().forEach(view -> missing.remove(view.id()));
            missing.forEach(this::gone);
        }
    }

    private void gone(String id) {
        known.remove(id);
        watcher.gone(id);
    }
}
