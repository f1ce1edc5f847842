// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Values that are read once in a round, and written once if they changed.
final class Staged<K, V> {
    private final Function<K, Optional<V>> reading;
    private final Map<K, Optional<V>> known = new LinkedHashMap<>();
    private final Map<K, V> changed = new LinkedHashMap<>();

    Staged(Function<K, Optional<V>> reading) {
        this.reading = reading;
    }

    Optional<V> get(K key) {
        return known.computeIfAbsent(key, reading);
    }

    void put(K key, V value) {
        known.put(key, Optional.of(value));
        changed.put(key, value);
    }

    /// Those that changed, with their newest values.
    Map<K, V> changed() {
        return changed;
    }
}
