// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import static dev.signalbox.hub.stream.Belt.PUMP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.stream.StreamReader.Keyed;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {
    @TempDir
    Path folder;

    @TempDir
    Path after;

    @Test
    void whatADiskChangedBeforeItWasSortedIsNamedAndWhatFollowsIsSorted() throws IOException {
        try (var belt = new Belt(folder)) {
            belt.sorted.close();
            for (int i = 0; i < 4; i++) {
                belt.send(PUMP, Map.of(), "message " + i);
            }
        }
        damage(folder, "message 1");
        try (var belt = new Belt(folder)) {
            assertThat(belt.texts(1)).containsExactly("message 0", "message 2", "message 3");
            assertThat(belt.all(1)).extracting(Keyed::key).containsExactly(0L, 1L, 2L);
            assertThat(belt.problems).extracting(Problem::code).containsExactly("stream.log-damaged");
        }
    }

    @Test
    void whatStoodWholeBehindDamageIsToldIfItHadToBePutAside() throws IOException {
        try (var belt = new Belt(folder)) {
            belt.sorted.close();
            for (int i = 0; i < 4; i++) {
                belt.send(PUMP, Map.of(), "message " + i);
            }
            crash();
        }
        damage(after, "message 1");
        try (var belt = new Belt(after)) {
            assertThat(belt.texts(1)).containsExactly("message 0");
            assertThat(belt.problems).extracting(Problem::code).containsExactly("stream.log-cut");
            assertThat(belt.problems.getFirst().what()).contains("2 messages behind it");
        }
    }

    private void crash() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, after.resolve(file.getFileName()));
            }
        }
    }

    private static void damage(Path folder, String text) throws IOException {
        Path log = folder.resolve("stream-000001-2026-03-01.log");
        String bytes = Files.readString(log, StandardCharsets.ISO_8859_1);
        try (var file = new RandomAccessFile(log.toFile(), "rw")) {
            file.seek(bytes.indexOf(text) + 1L);
            file.write('E');
        }
    }
}
