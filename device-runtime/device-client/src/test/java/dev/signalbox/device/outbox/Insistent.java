// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.testing.process.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.random.RandomGenerator;

/// A program that sends again what it was told is not kept, mostly, and a hub that knows epoch and number.
final class Insistent {
    private final RandomGenerator random;
    private final Map<String, Long> marks = new HashMap<>();
    private final List<String> delivered = new ArrayList<>();
    private final Set<String> safe = new HashSet<>();
    private final List<String> kept = new ArrayList<>();
    private long refused;
    private int numbers;

    Insistent(RandomGenerator random) {
        this.random = random;
    }

    /// What came from the cloud and is kept.
    List<String> kept() {
        return kept;
    }

    void step(Outbox outbox) {
        switch (random.nextInt(6)) {
            case 0, 1, 2 -> send(outbox, 1 + random.nextInt(4));
            case 3, 4 -> deliver(outbox, random.nextInt(5));
            default -> receive(outbox);
        }
    }

    private void send(Outbox outbox, int many) {
        Map<String, CompletableFuture<Ticket>> sent = new HashMap<>();
        for (int one = 0; one < many; one++) {
            String text = "m" + numbers++ + " " + "x".repeat(random.nextInt(2000));
            sent.put(text, outbox.add(Shelf.message(random.nextInt(NewMessage.LANES), text)));
        }
        sent.forEach((text, future) -> {
            if (isDone(future)) {
                safe.add(text);
            } else {
                refused++;
                if (random.nextInt(4) > 0) {
                    insist(outbox, text);
                }
            }
        });
    }

    private void insist(Outbox outbox, String text) {
        while (!isDone(outbox.add(Shelf.message(text)))) {
            refused++;
        }
        safe.add(text);
    }

    private static boolean isDone(CompletableFuture<?> future) {
        try {
            Shelf.done(future);
            return true;
        } catch (CompletionException failed) {
            assertThat(failed).hasMessageContaining("outbox.not-written");
            return false;
        }
    }

    private void deliver(Outbox outbox, int many) {
        for (int lane = 0; lane < NewMessage.LANES; lane++) {
            List<Queued> waiting = readable(outbox, lane).orElse(List.of());
            for (Queued message : waiting.subList(0, Math.min(many, waiting.size()))) {
                if (message.sequence() > marks.getOrDefault(message.epoch(), 0L)) {
                    marks.put(message.epoch(), message.sequence());
                    delivered.add(Shelf.text(message));
                }
                outbox.taken(message, () -> {});
            }
        }
    }

    /// Empty while the file is to be opened anew and cannot be.
    private static Optional<List<Queued>> readable(Outbox outbox, int lane) {
        try {
            return Optional.of(Shelf.waiting(outbox, lane));
        } catch (ProblemException failed) {
            assertThat(failed).hasMessageContaining("outbox.not-read");
            return Optional.empty();
        }
    }

    private void receive(Outbox outbox) {
        String text = "do " + kept.size();
        while (!isDone(outbox.inbox().keep(text, Shelf.bytes(""), Shelf.bytes(text)))) {
            assertThat(outbox.account().agrees()).isTrue();
        }
        kept.add(text);
    }

    void drain(Outbox outbox) {
        Await.until(
                "it can be read again",
                Duration.ofSeconds(30),
                () -> readable(outbox, 0).isPresent());
        deliver(outbox, Integer.MAX_VALUE);
        Shelf.done(outbox.allForwarded());
    }

    void check(Outbox outbox, String when) {
        assertThat(delivered).as(when).doesNotHaveDuplicates().hasSameElementsAs(safe);
        var account = outbox.account();
        assertThat(account.agrees()).as(when).isTrue();
        assertThat(account.waiting()).as(when).isZero();
        assertThat(account.taken()).as(when).isEqualTo(safe.size());
        assertThat(account.forwarded()).as(when).isEqualTo(safe.size());
        assertThat(account.refused()).as(when).isEqualTo(refused);
    }
}
