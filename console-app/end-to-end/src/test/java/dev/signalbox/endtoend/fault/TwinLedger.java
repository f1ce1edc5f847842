// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/// What the hub acknowledged of one side of all twins. Each writer has a name of its own, which only it sets.
final class TwinLedger {
    /// One change: a writer's next number under its own name.
    record Patch(String writer, int value) {
        String json() {
            return "{\"%s\":%d}".formatted(writer, value);
        }
    }

    private record Place(String twin, String writer) {}

    private final Map<Place, Integer> values = new ConcurrentHashMap<>();
    private final Map<String, Long> versions = new ConcurrentHashMap<>();

    /// The highest version that was acknowledged so far.
    long version(String twin) {
        return versions.getOrDefault(twin, 0L);
    }

    /// @param before what `version` was before it was asked for
    void acknowledged(String twin, Patch patch, long before, long version) {
        assertThat(version).as("version of " + twin).isGreaterThan(before);
        versions.merge(twin, version, Math::max);
        values.put(new Place(twin, patch.writer()), patch.value());
    }

    /// Each writer's last one must be in effect.
    void verify(String twin, JsonNode part) {
        assertThat(part.path("$version").longValue()).isGreaterThanOrEqualTo(version(twin));
        values.forEach((place, value) -> {
            if (place.twin().equals(twin)) {
                assertThat(part.path(place.writer()).intValue())
                        .as(place.toString())
                        .isEqualTo(value);
            }
        });
    }
}
