// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.testing.process.Await;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    @TempDir
    Path folder;

    @Test
    void manySendersShareOneCommit() throws Exception {
        try (var outbox = open();
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = new java.util.ArrayList<java.util.concurrent.Future<?>>();
            for (int sender = 0; sender < 2000; sender++) {
                sent.add(senders.submit(() -> outbox.add(bytes("x"), Map.of())));
            }
            for (var one : sent) {
                one.get();
            }
            assertThat(outbox.waiting()).isEqualTo(2000);
            assertThat(outbox.commits()).isLessThan(1000);
        }
    }

    @Test
    void messagesKeepTheirOrderPropertiesAndNumbersOverARestart() {
        String epoch;
        try (var outbox = open()) {
            epoch = outbox.epoch();
            outbox.add(bytes("first"), Map.of("a key", "ü&=%"));
            outbox.add(bytes("second"), Map.of());
        }
        try (var outbox = open()) {
            List<Queued> kept = outbox.after(0, 10);
            assertThat(kept).extracting(Queued::sequence).containsExactly(1L, 2L);
            assertThat(kept.getFirst().properties()).isEqualTo(Map.of("a key", "ü&=%"));
            assertThat(kept.getLast().payload()).isEqualTo(bytes("second"));
            assertThat(outbox.epoch()).isEqualTo(epoch);
        }
    }

    @Test
    void anOutboxThatWasNeverUsedKeepsItsFolderButHasNoFile() throws Exception {
        try (var outbox = open()) {
            assertThat(outbox.waiting()).isZero();
            assertThat(outbox.after(0, 10)).isEmpty();
            assertThat(folder.resolve("outbox.db")).doesNotExist();
            assertThatThrownBy(this::open).hasMessageContaining("outbox.in-use");
        }
        var closed = open();
        closed.close();
        assertThatThrownBy(() -> closed.add(bytes("late"), Map.of())).hasMessageContaining("outbox.closed");
        assertThat(folder.resolve("outbox.db")).doesNotExist();
    }

    @Test
    void aNumberIsNeverGivenTwiceEvenWhenItsMessageIsGone() {
        try (var outbox = open()) {
            outbox.add(bytes("first"), Map.of());
            outbox.after(0, 10).forEach(outbox::taken);
        }
        try (var outbox = open()) {
            assertThat(outbox.waiting()).isZero();
            outbox.add(bytes("second"), Map.of());
            assertThat(outbox.after(0, 10)).extracting(Queued::sequence).containsExactly(2L);
        }
    }

    @Test
    void aFullOutboxRefusesNewMessagesUntilOldOnesAreTaken() {
        try (var outbox = Outbox.open(folder, 1000)) {
            outbox.add(new byte[900], Map.of());
            assertThatThrownBy(() -> outbox.add(new byte[200], Map.of())).hasMessageContaining("outbox.full");
            outbox.add(new byte[50], Map.of());
            outbox.taken(outbox.after(0, 1).getFirst());
            Await.until("there is room again", Duration.ofSeconds(10), () -> {
                try {
                    outbox.add(new byte[200], Map.of());
                    return true;
                } catch (dev.signalbox.protocol.codec.ProblemException stillFull) {
                    return false;
                }
            });
        }
    }

    @Test
    void aFullDiskRefusesMessagesButLosesNoneAndRecovers() throws Exception {
        try (var outbox = open()) {
            outbox.add(bytes("kept"), Map.of());
            outbox.limitPages(10);
            assertThatThrownBy(() -> outbox.add(new byte[100_000], Map.of()))
                    .hasMessageContaining("outbox.not-written");
            assertThat(outbox.waiting()).isEqualTo(1);
            outbox.limitPages(1_000_000);
            outbox.add(new byte[100_000], Map.of());
            assertThat(outbox.after(0, 10)).hasSize(2);
        }
    }

    @Test
    void aDamagedFileIsMovedAsideAndANewEpochStarts() throws Exception {
        String epoch;
        try (var outbox = open()) {
            epoch = outbox.epoch();
            for (int message = 0; message < 100; message++) {
                outbox.add(new byte[1000], Map.of());
            }
        }
        byte[] file = Files.readAllBytes(folder.resolve("outbox.db"));
        java.util.Arrays.fill(file, 4096, file.length, (byte) 0x5a);
        Files.write(folder.resolve("outbox.db"), file);
        try (var outbox = open()) {
            assertThat(outbox.epoch()).isNotEqualTo(epoch);
            assertThat(outbox.waiting()).isZero();
            outbox.add(bytes("new"), Map.of());
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("outbox.db.damaged-"));
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsMovedAsideToo() throws Exception {
        Files.writeString(folder.resolve("outbox.db"), "this is not a database at all, but long enough ".repeat(50));
        try (var outbox = open()) {
            assertThat(outbox.waiting()).isZero();
        }
    }

    @Test
    void aSecondProgramIsTurnedAway() {
        try (var outbox = open()) {
            assertThat(outbox.waiting()).isZero();
            assertThatThrownBy(this::open).hasMessageContaining("outbox.in-use");
        }
        open().close();
    }

    @Test
    void aFolderThatCannotBeMadeIsToldInASentence() throws Exception {
        Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> Outbox.open(folder.resolve("file").resolve("link"), 1000))
                .hasMessageContaining("outbox.not-opened");
    }

    @Test
    void aClosedOutboxSaysSo() {
        var outbox = open();
        outbox.close();
        assertThatThrownBy(() -> outbox.add(bytes("late"), Map.of())).hasMessageContaining("outbox.closed");
    }

    private Outbox open() {
        return Outbox.open(folder, Outbox.DEFAULT_LIMIT);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
