// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.device.message.OutboxLimits;
import dev.signalbox.device.outbox.Outbox;
import dev.signalbox.device.pretend.Heard;
import dev.signalbox.testing.process.Await;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The inbox on a real disk, over restarts.
class InboxOnDiskTest {
    private static final Pauses SHORT = new Pauses(Duration.ofMillis(1), Duration.ofMillis(4));

    @TempDir
    Path folder;

    private final BlockingQueue<String> given = new LinkedBlockingQueue<>();
    private final Set<String> bad = ConcurrentHashMap.newKeySet();

    private Inbox inbox(Outbox outbox) {
        return new Inbox(
                outbox.inbox(),
                message -> {
                    String text = new String(message.payload(), StandardCharsets.UTF_8);
                    given.add(text + " " + message.attempt());
                    if (bad.contains(text)) {
                        throw new IllegalStateException("no good");
                    }
                },
                SHORT);
    }

    private static void keep(Outbox outbox, String... texts) {
        for (String text : texts) {
            outbox.inbox()
                    .keep(text, "%24.mid=x".getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8))
                    .join();
        }
    }

    private static void awaitEmpty(Outbox outbox) {
        Await.until(
                "all are forgotten",
                Duration.ofSeconds(20),
                () -> outbox.inbox().waiting(9).isEmpty());
    }

    @Test
    void whatWaitsFromBeforeARestartIsHandedOverWithoutANetwork() {
        try (var outbox = Outbox.open(folder, OutboxLimits.USUAL)) {
            keep(outbox, "a", "b");
        }
        try (var outbox = Outbox.open(folder, OutboxLimits.USUAL);
                var inbox = inbox(outbox)) {
            inbox.start();
            assertThat(List.of(Heard.next(given), Heard.next(given))).containsExactly("a 1", "b 1");
            awaitEmpty(outbox);
        }
        try (var outbox = Outbox.open(folder, OutboxLimits.USUAL)) {
            assertThat(outbox.inbox().waiting(9)).isEmpty();
        }
    }

    @Test
    void hundredsOfBadOnesAreInNobodysWay() {
        try (var outbox = Outbox.open(folder, OutboxLimits.USUAL)) {
            for (int number = 0; number < 200; number++) {
                keep(outbox, "bad" + number);
                bad.add("bad" + number);
            }
            List<Long> ids = outbox.inbox().waiting(1000).stream()
                    .map(InboxStore.Arrival::id)
                    .toList();
            for (int attempt = 0; attempt < InboxStore.GIVES_WAY_AFTER; attempt++) {
                ids.forEach(outbox.inbox()::attempted);
            }
            keep(outbox, "good");
        }
        try (var outbox = Outbox.open(folder, OutboxLimits.USUAL);
                var inbox = inbox(outbox)) {
            inbox.start();
            assertThat(Heard.next(given)).isEqualTo("good 1");
            Await.until("each bad one has its turn", Duration.ofSeconds(90), () -> given.contains("bad199 11"));
            keep(outbox, "late");
            inbox.wake();
            Await.until("a new one goes first", Duration.ofSeconds(90), () -> given.contains("late 1"));
            bad.clear();
            awaitEmpty(outbox);
        }
    }

    @Test
    void aDamagedOneHidesNoneBehindIt() throws SQLException {
        try (var outbox = Outbox.open(folder, OutboxLimits.USUAL)) {
            keep(outbox, "a", "b");
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("device.db"));
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE inbox SET payload = x'00' WHERE mid = 'a'"))
                    .isEqualTo(1);
        }
        try (var outbox = Outbox.open(folder, OutboxLimits.USUAL);
                var inbox = inbox(outbox)) {
            inbox.start();
            assertThat(Heard.next(given)).isEqualTo("b 1");
            awaitEmpty(outbox);
        }
    }
}
