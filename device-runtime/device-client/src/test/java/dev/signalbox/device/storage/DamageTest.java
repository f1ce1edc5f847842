// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {
    private static final Clock STOPPED = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void whatWasKeptBeforeStaysThoughTheStampIsTheSame() throws IOException {
        Path first = keep("first");
        Path second = keep("second");
        assertThat(List.of(Files.readString(first), Files.readString(second))).containsExactly("first", "second");
        assertThat(second.getFileName().toString()).startsWith("device.db.damaged-");
        assertThat(Files.readString(log(first))).isEqualTo("log of first");
        assertThat(Files.readString(log(second))).isEqualTo("log of second");
    }

    private Path keep(String content) throws IOException {
        Path file = folder.resolve("device.db");
        Files.writeString(file, content);
        Files.writeString(log(file), "log of " + content);
        return Damage.moveAside(file, STOPPED);
    }

    private static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }
}
