// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.live;

import dev.signalbox.protocol.codec.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Tells what is in a list of the hub and what goes from it; after a broken link also what went meanwhile, which the
/// stream does not repeat.
final class ListListener<V> implements Stream.Listener {
    /// What a list is of.
    ///
    /// @param event the name under which the stream tells one
    record Kind<V>(String event, Class<V> type, Function<V, String> id) {}

    /// Who is told, on the feed's thread.
    record Watcher<V>(Consumer<V> seen, Consumer<String> gone) {}

    private final Kind<V> kind;
    private final Watcher<V> watcher;
    private final Supplier<List<V>> now;
    private final Set<String> known = new HashSet<>();

    ListListener(Kind<V> kind, Watcher<V> watcher, Supplier<List<V>> now) {
        this.kind = kind;
        this.watcher = watcher;
        this.now = now;
    }

    @Override
    public void event(EventReader.Event event) {
        if (event.name().equals(kind.event())) {
            V view = Json.read(event.data(), kind.type());
            known.add(kind.id().apply(view));
            watcher.seen().accept(view);
        } else if (event.name().equals("gone")) {
            gone(event.data());
        }
    }

    @Override
    public void connected(boolean again) {
        if (again) {
            var missing = new HashSet<>(known);
            now.get().forEach(view -> missing.remove(kind.id().apply(view)));
            missing.forEach(this::gone);
        }
    }

    private void gone(String id) {
        known.remove(id);
        watcher.gone().accept(id);
    }
}
