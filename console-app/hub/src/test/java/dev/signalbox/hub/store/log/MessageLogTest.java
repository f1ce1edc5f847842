// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.hub.WoundClock;
import dev.signalbox.hub.store.MessageStore;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageLogTest {
    private static final DeviceId PUMP = new DeviceId("pump-1");

    @TempDir
    Path folder;

    private final WoundClock clock = new WoundClock(Instant.parse("2026-03-01T23:59:59Z"));

    @Test
    void midnightStartsANewFileAndForgetsNoMark() {
        try (var log = MessageLog.open(folder, clock)) {
            assertThat(stored(log, numbered(1)).join()).isTrue();
            clock.set(Instant.parse("2026-03-02T00:00:01Z"));
            assertThat(stored(log, numbered(1)).join()).isFalse();
            assertThat(stored(log, numbered(2)).join()).isTrue();
        }
        assertThat(files()).containsExactly("stream-000001-2026-03-01.log", "stream-000002-2026-03-02.log");
        try (var log = MessageLog.open(folder, clock)) {
            assertThat(log.newest(PUMP, 10)).hasSize(2);
            assertThat(log.newest(PUMP, 1)).hasSize(1);
        }
    }

    @Test
    void aClockThatIsSetBackChangesNoOrder() {
        clock.set(Instant.parse("2099-01-01T00:00:00Z"));
        try (var log = MessageLog.open(folder, clock)) {
            stored(log, numbered(1)).join();
        }
        clock.set(Instant.parse("2026-03-01T00:00:00Z"));
        try (var log = MessageLog.open(folder, clock)) {
            assertThat(stored(log, numbered(1)).join()).isFalse();
            assertThat(stored(log, numbered(2)).join()).isTrue();
        }
        assertThat(files()).containsExactly("stream-000001-2099-01-01.log", "stream-000002-2026-03-01.log");
        assertThat(numbersOf(new LogReader(folder).newest(PUMP, 10))).containsExactly("1", "2");
    }

    @Test
    void whatNothingRefersToIsForgottenButNeverWhatTheOutboxesHaveSent() {
        try (var log = MessageLog.open(folder, clock)) {
            stored(log, numbered(1)).join();
            clock.set(Instant.parse("2026-03-05T12:00:00Z"));
            stored(log, numbered(2)).join();
            assertThat(log.forget(_ -> false, clock.instant())).isZero();
            assertThat(log.newest(PUMP, 10)).hasSize(2);
            assertThat(log.forget(_ -> true, clock.instant())).isEqualTo(1);
            assertThat(log.newest(PUMP, 10)).hasSize(1);
        }
        clock.set(Instant.parse("2026-05-01T00:00:00Z"));
        try (var log = MessageLog.open(folder, clock)) {
            assertThat(log.forget(_ -> true, clock.instant())).isZero();
            assertThat(stored(log, numbered(2)).join()).isFalse();
        }
        assertThat(files()).noneMatch(name -> name.contains("2026-03-01"));
    }

    @Test
    void oneBadMessageInAGroupHarmsNoOther() {
        try (var log = MessageLog.open(folder, clock)) {
            List<CompletableFuture<Boolean>> stored = new ArrayList<>();
            for (int i = 1; i <= 200; i++) {
                stored.add(stored(log, numbered(i), i != 100));
            }
            assertThatThrownBy(() -> stored.get(99).join()).hasCauseInstanceOf(ProblemException.class);
            assertThat(stored.stream().filter(one -> !one.isCompletedExceptionally() && one.join()))
                    .hasSize(199);
            assertThat(log.newest(PUMP, 1_000)).hasSize(199);
        }
    }

    @Test
    void eachDeviceGetsItsOwnInTheOrderTheyCame() {
        var valve = new DeviceId("valve-1");
        try (var log = MessageLog.open(folder, clock)) {
            List<CompletableFuture<Boolean>> stored = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                var from = i % 3 == 0 ? valve : PUMP;
                var message = new StoredMessage(from, clock.instant(), Map.of("n", "" + i), new byte[20_000]);
                stored.add(stored(log, message));
            }
            stored.forEach(CompletableFuture::join);
            assertThat(log.newest(valve, 1_000))
                    .extracting(message -> message.properties().get("n"))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 100).mapToObj(i -> "" + 3 * i).toList());
            assertThat(log.newest(PUMP, 2))
                    .extracting(message -> message.properties().get("n"))
                    .containsExactly("298", "299");
            assertThat(log.newest(new DeviceId("pump"), 10)).isEmpty();
        }
    }

    @Test
    void aMessageLargerThanAFrameComesBackAsItWas() {
        byte[] payload = new byte[5 << 20];
        payload[payload.length - 1] = 7;
        var large = new StoredMessage(PUMP, Instant.ofEpochMilli(1_234), Map.of("ä", "=&ö"), payload);
        try (var log = MessageLog.open(folder, clock)) {
            stored(log, large).join();
            StoredMessage found = log.newest(PUMP, 1).getFirst();
            assertThat(found.payload()).isEqualTo(payload);
            assertThat(found.receivedAt()).isEqualTo(large.receivedAt());
            assertThat(found.properties()).isEqualTo(large.properties());
        }
    }

    @Test
    void whatADiskRefusesIsStoredWhenItIsSentAgain() throws Exception {
        Path inTheWay = folder.resolve("stream-000001-2026-03-01.log");
        try (var log = MessageLog.open(folder, clock)) {
            Files.createSymbolicLink(inTheWay, folder.resolve("no-such-folder/file"));
            assertThatThrownBy(() -> stored(log, numbered(1)).join()).hasMessageContaining("store");
            Files.delete(inTheWay);
            assertThat(stored(log, numbered(1)).join()).isTrue();
            assertThat(stored(log, numbered(1)).join()).isFalse();
        }
    }

    @Test
    void whatWasRefusedAtMidnightIsStoredOnce() throws Exception {
        try (var log = MessageLog.open(folder, clock)) {
            assertThat(stored(log, numbered(1)).join()).isTrue();
            Path tomorrow = folder.resolve("stream-000002-2026-03-02.log");
            Files.createSymbolicLink(tomorrow, folder.resolve("no-such-folder/file"));
            clock.set(Instant.parse("2026-03-02T00:00:01Z"));
            assertThatThrownBy(() -> stored(log, numbered(2)).join()).hasMessageContaining("store");
            Files.delete(tomorrow);
            assertThat(stored(log, numbered(2)).join()).isTrue();
            assertThat(numbersOf(log.newest(PUMP, 10))).containsExactly("1", "2");
        }
    }

    @Test
    void aFileThatIsShorterThanItWasIsNotGoneOnWith() throws Exception {
        try (var log = MessageLog.open(folder, clock)) {
            stored(log, numbered(1)).join();
            stored(log, numbered(2)).join();
        }
        Path file = folder.resolve(files().getFirst());
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(10);
        }
        try (var log = MessageLog.open(folder, clock)) {
            assertThat(stored(log, numbered(2)).join()).isFalse();
            assertThat(stored(log, numbered(3)).join()).isTrue();
            assertThat(numbersOf(log.newest(PUMP, 10))).containsExactly("3");
        }
        assertThat(file).hasSize(10);
    }

    @Test
    void whereAFileIsMissingNoNumberIsGivenTwice() throws Exception {
        for (String day : List.of("01", "02", "03")) {
            clock.set(Instant.parse("2026-03-" + day + "T12:00:00Z"));
            try (var log = MessageLog.open(folder, clock)) {
                stored(log, numbered(Integer.parseInt(day))).join();
            }
        }
        Files.delete(folder.resolve("stream-000003-2026-03-03.log"));
        try (var log = MessageLog.open(folder, clock)) {
            assertThat(stored(log, numbered(3)).join()).isFalse();
            assertThat(stored(log, numbered(4)).join()).isTrue();
        }
        assertThat(files()).hasSize(3).last().isEqualTo("stream-000004-2026-03-03.log");
    }

    @Test
    void whatFollowsADamagedFrameAtTheEndIsPutAside() throws Exception {
        try (var log = MessageLog.open(folder, clock)) {
            stored(log, numbered(1)).join();
        }
        Path file = folder.resolve(files().getFirst());
        Files.write(file, new byte[] {0, 0, 1, 0, 7, 7, 7}, StandardOpenOption.APPEND);
        Files.write(folder.resolve("stream-000009-2026-13-45.log"), new byte[] {1});
        try (var log = MessageLog.open(folder, clock)) {
            assertThat(stored(log, numbered(2)).join()).isTrue();
            assertThat(numbersOf(log.newest(PUMP, 10))).containsExactly("1", "2");
        }
        assertThat(folder.toFile().list()).anyMatch(name -> name.contains(".rest-"));
    }

    @Test
    void anOutboxThatIsSilentForThreeMonthsIsForgotten() {
        try (var log = MessageLog.open(folder, clock)) {
            stored(log, numbered(1)).join();
        }
        clock.set(Instant.parse("2026-05-30T12:00:00Z"));
        try (var log = MessageLog.open(folder, clock)) {
            log.forget(_ -> false, clock.instant());
            assertThat(stored(log, numbered(1)).join()).isFalse();
        }
        clock.set(Instant.parse("2026-05-31T12:00:00Z"));
        try (var log = MessageLog.open(folder, clock)) {
            log.forget(_ -> false, clock.instant());
            assertThat(stored(log, numbered(1)).join()).isTrue();
        }
    }

    @Test
    void digitsOfOtherScriptsChangeNoName() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            try (var log = MessageLog.open(folder, clock)) {
                stored(log, numbered(1)).join();
            }
            try (var log = MessageLog.open(folder, clock)) {
                assertThat(stored(log, numbered(1)).join()).isFalse();
            }
            assertThat(files()).containsExactly("stream-000001-2026-03-01.log");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void afterItIsClosedNothingIsTaken() {
        var log = MessageLog.open(folder, clock);
        log.close();
        assertThatThrownBy(() -> stored(log, numbered(1)).join()).hasMessageContaining("stopping");
    }

    private List<String> files() {
        return Segment.in(folder).stream()
                .map(segment -> segment.file().getFileName().toString())
                .toList();
    }

    private static List<String> numbersOf(List<StoredMessage> messages) {
        return messages.stream()
                .map(message -> message.properties().get("signalbox-seq"))
                .toList();
    }

    private StoredMessage numbered(long number) {
        return Stored.numbered(PUMP, clock.instant(), number);
    }

    private static CompletableFuture<Boolean> stored(MessageStore log, StoredMessage message) {
        return stored(log, message, true);
    }

    private static CompletableFuture<Boolean> stored(MessageStore log, StoredMessage message, boolean inOrder) {
        var stored = new Stored(inOrder);
        log.append(message, stored);
        return stored.future();
    }
}
