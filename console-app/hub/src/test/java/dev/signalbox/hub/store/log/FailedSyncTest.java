// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.hub.WoundClock;
import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.protocol.identity.DeviceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sync that failed says nothing about what was written before it, and the next one that works says nothing about
/// it either: the system may have let go of it.
class FailedSyncTest {
    private static final DeviceId PUMP = new DeviceId("pump-1");

    @TempDir
    Path folder;

    @TempDir
    Path copy;

    private final WoundClock clock = new WoundClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final FailingDisk disk = new FailingDisk();

    @Test
    void nothingIsAcknowledgedThatMayNotBeSafeAndItGoesOnWithTheDisk() {
        try (var log = open(folder)) {
            assertThat(store(log, 1)).isTrue();
            disk.failures.set(3);
            for (int i = 0; i < 3; i++) {
                LogPlace before = log.end();
                assertThatThrownBy(() -> store(log, 2))
                        .hasMessageContaining("could not do its work: Input/output error");
                assertThat(log.end()).isEqualTo(before);
            }
            assertThat(store(log, 2)).isTrue();
            assertThat(store(log, 3)).isTrue();
            assertThat(numbers(log)).containsExactly("1", "2", "3");
        }
    }

    @Test
    void whatWasWrittenBeforeItIsCutOffAndWrittenAnew() throws IOException {
        try (var log = open(folder)) {
            assertThat(store(log, 1)).isTrue();
            Path file = Segment.in(folder).getFirst().file();
            disk.failures.set(1);
            assertThatThrownBy(() -> store(log, 2)).hasMessageContaining("could not do its work");
            // what was durable, and nothing that a later sync could take for written
            assertThat(Files.size(file)).isEqualTo(log.end().bytes());
            assertThat(numbers(log)).containsExactly("1");
        }
    }

    @Test
    void aHubThatIsCutOffAfterItHasAllThatWasAcknowledgedOnce() throws IOException {
        try (var log = open(folder)) {
            assertThat(store(log, 1)).isTrue();
            disk.failures.set(1);
            assertThatThrownBy(() -> store(log, 2)).hasMessageContaining("could not do its work");
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
        }
        try (var log = open(copy)) {
            assertThat(store(log, 1)).isFalse();
            assertThat(store(log, 2)).isTrue();
            assertThat(numbers(log)).containsExactly("1", "2");
        }
    }

    @Test
    void theFirstFileOfADayIsNoException() {
        try (var log = open(folder)) {
            disk.failures.set(1);
            assertThatThrownBy(() -> store(log, 1)).hasMessageContaining("could not do its work");
            assertThat(store(log, 1)).isTrue();
            clock.set(Instant.parse("2026-03-02T12:00:00Z"));
            disk.failures.set(1);
            assertThatThrownBy(() -> store(log, 2)).hasMessageContaining("could not do its work");
            assertThat(store(log, 2)).isTrue();
            assertThat(numbers(log)).containsExactly("1", "2");
        }
    }

    private MessageLog open(Path where) {
        return MessageLog.open(where, clock, LogPlace.START, disk);
    }

    private boolean store(MessageLog log, long number) {
        var stored = new Stored(true);
        log.append(Stored.numbered(PUMP, clock.instant(), number), stored);
        return stored.future().join();
    }

    private static List<String> numbers(MessageLog log) {
        return log.newest(PUMP, 100).stream()
                .map(message -> message.properties().get("signalbox-seq"))
                .toList();
    }
}
