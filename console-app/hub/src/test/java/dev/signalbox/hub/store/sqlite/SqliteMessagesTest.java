// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.hub.WoundClock;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteMessagesTest {
    private static final DeviceId PUMP = new DeviceId("pump-1");

    @TempDir
    Path folder;

    private final WoundClock clock = new WoundClock(Instant.parse("2026-03-01T23:59:59Z"));

    @Test
    void midnightStartsANewFileAndForgetsNoMark() {
        try (var messages = SqliteMessages.in(folder, clock)) {
            assertThat(messages.append(numbered(1), () -> true).join()).isTrue();
            clock.set(Instant.parse("2026-03-02T00:00:01Z"));
            assertThat(messages.append(numbered(1), () -> true).join()).isFalse();
            assertThat(messages.append(numbered(2), () -> true).join()).isTrue();
        }
        assertThat(StreamFiles.newestFirst(folder))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("stream-2026-03-02.db", "stream-2026-03-01.db");
        try (var messages = SqliteMessages.in(folder, clock)) {
            assertThat(messages.newest(PUMP, 10)).hasSize(2);
            assertThat(messages.newest(PUMP, 1)).hasSize(1);
        }
    }

    @Test
    void oldDaysAreForgottenButNeverWhatTheOutboxesHaveSent() {
        try (var messages = SqliteMessages.in(folder, clock)) {
            messages.append(numbered(1), () -> true).join();
            clock.set(Instant.parse("2026-03-05T12:00:00Z"));
            messages.append(numbered(2), () -> true).join();
            assertThat(messages.forget(Duration.ofDays(4))).isZero();
            assertThat(messages.newest(PUMP, 10)).hasSize(2);
            clock.set(Instant.parse("2026-03-06T00:00:01Z"));
            assertThat(messages.forget(Duration.ofDays(4))).isEqualTo(1);
            assertThat(messages.newest(PUMP, 10)).hasSize(1);
        }
        clock.set(Instant.parse("2026-05-01T00:00:00Z"));
        try (var messages = SqliteMessages.in(folder, clock)) {
            assertThat(messages.forget(Duration.ofDays(4))).isZero();
            assertThat(messages.append(numbered(2), () -> true).join()).isFalse();
        }
        assertThat(folder.toFile().list()).noneMatch(name -> name.startsWith("stream-2026-03-01"));
    }

    @Test
    void oneBadMessageInAGroupHarmsNoOther() {
        try (var messages = SqliteMessages.in(folder, clock)) {
            List<CompletableFuture<Boolean>> stored = new ArrayList<>();
            for (int i = 1; i <= 200; i++) {
                boolean inOrder = i != 100;
                stored.add(messages.append(numbered(i), () -> inOrder));
            }
            assertThatThrownBy(() -> stored.get(99).join()).hasCauseInstanceOf(ProblemException.class);
            assertThat(stored.stream().filter(one -> !one.isCompletedExceptionally() && one.join()))
                    .hasSize(199);
            assertThat(messages.newest(PUMP, 1_000)).hasSize(199);
        }
    }

    @Test
    void eachDeviceGetsItsOwnInTheOrderTheyCame() {
        var valve = new DeviceId("valve-1");
        try (var messages = SqliteMessages.in(folder, clock)) {
            List<CompletableFuture<Boolean>> stored = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                var from = i % 3 == 0 ? valve : PUMP;
                var message = new StoredMessage(from, clock.instant(), Map.of("n", "" + i), new byte[20_000]);
                stored.add(messages.append(message, () -> true));
            }
            stored.forEach(CompletableFuture::join);
            assertThat(messages.newest(valve, 1_000))
                    .extracting(message -> message.properties().get("n"))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 100).mapToObj(i -> "" + 3 * i).toList());
            assertThat(messages.newest(PUMP, 2))
                    .extracting(message -> message.properties().get("n"))
                    .containsExactly("298", "299");
            assertThat(messages.newest(new DeviceId("pump"), 10)).isEmpty();
        }
    }

    @Test
    void whatWasStoredBeforeThereWereBlocksIsStillRead() {
        try (var former = Database.open(folder.resolve("stream-2026-03-01.db"), List.of("stream-1.sql"))) {
            former.commit(handle -> handle.execute(
                            "INSERT INTO message (device, received_at, properties, payload) VALUES (?, ?, ?, ?)",
                            PUMP.value(),
                            1_000,
                            "n=old",
                            new byte[3]))
                    .join();
            former.commit(handle -> handle.execute("INSERT INTO mark VALUES (?, ?, ?)", PUMP.value(), "e", 5))
                    .join();
        }
        try (var messages = SqliteMessages.in(folder, clock)) {
            assertThat(messages.append(numbered(5), () -> true).join()).isFalse();
            assertThat(messages.append(numbered(6), () -> true).join()).isTrue();
            assertThat(messages.newest(PUMP, 10)).hasSize(2);
            assertThat(messages.newest(PUMP, 10).getFirst().properties()).containsEntry("n", "old");
            assertThat(messages.newest(PUMP, 1).getFirst().properties()).containsEntry("signalbox-seq", "6");
        }
    }

    private StoredMessage numbered(long number) {
        return new StoredMessage(
                PUMP,
                clock.instant(),
                Map.of("signalbox-epoch", "e", "signalbox-seq", Long.toString(number)),
                new byte[10]);
    }
}
