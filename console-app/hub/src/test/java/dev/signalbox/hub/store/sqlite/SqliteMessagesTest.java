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
