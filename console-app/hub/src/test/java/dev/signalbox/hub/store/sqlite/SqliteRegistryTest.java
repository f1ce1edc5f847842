// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.hub.store.Records;
import dev.signalbox.protocol.codec.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A thread that still looks something up while a hub stops.
class SqliteRegistryTest {
    @TempDir
    Path folder;

    @Test
    void aClosedRegistryIsNeitherReadNorOpenedAnew() throws Exception {
        var registry = SqliteRegistry.open(folder.resolve("registry.db"));
        assertThat(registry.read(Records::jobs)).isNotNull();
        registry.close();
        assertThatThrownBy(() -> registry.read(Records::jobs))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("stopping");
        assertThatThrownBy(() -> registry.commit(Records::jobs)).isInstanceOf(ProblemException.class);
        try (var left = Files.list(folder)) {
            assertThat(left).extracting(file -> file.getFileName().toString()).containsExactly("registry.db");
        }
    }
}
