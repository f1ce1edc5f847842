// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.chance.Chance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCheckTest {
    @TempDir
    Path folder;

    @Test
    void aWholeLogIsNotCutAndOneWithAnyFlippedBitIs() throws Exception {
        Path log = folder.resolve("device.db-wal");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("device.db"))) {
            Layout.run(connection, "PRAGMA journal_mode = WAL");
            Layout.run(connection, "PRAGMA wal_autocheckpoint = 0");
            Layout.run(connection, "CREATE TABLE t (x)");
            assertThat(LogCheck.isCut(log)).isFalse();
            for (int row = 0; row < 20; row++) {
                Layout.run(connection, "INSERT INTO t VALUES (randomblob(700))");
            }
            assertThat(LogCheck.isCut(log)).isFalse();
            flip(Files.readAllBytes(log));
            Layout.number(connection, "PRAGMA wal_checkpoint(PASSIVE)");
            Layout.run(connection, "INSERT INTO t VALUES (1)");
            assertThat(LogCheck.isCut(log))
                    .as("begun anew, with the old behind it")
                    .isFalse();
        }
        assertThat(LogCheck.isCut(log)).as("gone").isFalse();
    }

    private void flip(byte[] whole) throws Exception {
        var random = Chance.of(LogCheckTest.class).drawnBy("rays");
        Path spoiled = folder.resolve("spoiled");
        for (int flip = 0; flip < 500; flip++) {
            int bit = random.nextInt(whole.length * 8);
            whole[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(spoiled, whole);
            whole[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(LogCheck.isCut(spoiled)).as("bit %d", bit).isTrue();
        }
        Files.write(spoiled, whole);
        assertThat(LogCheck.isCut(spoiled)).isFalse();
    }
}
