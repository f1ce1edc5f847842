// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import static dev.signalbox.device.outbox.Shelf.HIGH;
import static dev.signalbox.device.outbox.Shelf.NORMAL;
import static dev.signalbox.device.outbox.Shelf.done;
import static dev.signalbox.device.outbox.Shelf.forward;
import static dev.signalbox.device.outbox.Shelf.givingWay;
import static dev.signalbox.device.outbox.Shelf.living;
import static dev.signalbox.device.outbox.Shelf.message;
import static dev.signalbox.device.outbox.Shelf.texts;
import static dev.signalbox.device.outbox.Shelf.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.device.message.OutboxLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {
    private static final OutboxLimits THOUSAND_BYTES = new OutboxLimits(1000, Optional.empty());
    private static final OutboxLimits AN_HOUR = new OutboxLimits(1000, Optional.of(Duration.ofHours(1)));

    @TempDir
    Path folder;

    private Shelf shelf;

    @BeforeEach
    void setUp() {
        shelf = new Shelf(folder);
    }

    @Test
    void aFullOutboxRefusesNewMessagesUntilOldOnesAreForwarded() {
        try (var outbox = shelf.open(THOUSAND_BYTES)) {
            outbox.put(message(NORMAL, "x".repeat(900)));
            assertThatThrownBy(() -> outbox.put(message(NORMAL, "y".repeat(200))))
                    .hasMessageContaining("outbox.full");
            assertThatThrownBy(() -> done(outbox.add(message(NORMAL, "y".repeat(200)))))
                    .hasMessageContaining("outbox.full");
            outbox.put(message(NORMAL, "z".repeat(50)));
            assertThat(outbox.account().refused()).isEqualTo(2);
            forward(outbox, waiting(outbox, NORMAL).getFirst());
            outbox.put(message(NORMAL, "y".repeat(200)));
            assertThat(outbox.account().waitingBytes()).isEqualTo(250);
        }
        try (var outbox = shelf.open(THOUSAND_BYTES)) {
            assertThat(outbox.account().refused()).isEqualTo(2);
            assertThatThrownBy(() -> outbox.put(message(NORMAL, "y".repeat(751))))
                    .hasMessageContaining("outbox.full");
        }
    }

    @Test
    void theOldestOfTheSamePriorityGiveWayWhereTheSenderAsksForIt() {
        try (var outbox = shelf.open(THOUSAND_BYTES)) {
            outbox.put(message(HIGH, "h".repeat(300)));
            for (String text : new String[] {"a", "b", "c"}) {
                outbox.put(message(NORMAL, text.repeat(200)));
            }
            outbox.put(givingWay(new byte[350]));
            assertThat(texts(outbox, NORMAL)).hasSize(2).first().isEqualTo("c".repeat(200));
            assertThat(texts(outbox, HIGH)).hasSize(1);
            assertThat(outbox.account().displaced()).isEqualTo(2);
            assertThat(outbox.displacements()).isEqualTo(1);
            assertThat(outbox.account().agrees()).isTrue();
        }
    }

    @Test
    void manyMessagesForWhichOldOnesGiveWayShareTheirCommits() {
        var limits = new OutboxLimits(100_000, Optional.empty());
        try (var outbox = shelf.open(limits)) {
            IntStream.range(0, 1000)
                    .mapToObj(i -> outbox.add(givingWay(new byte[100])))
                    .toList()
                    .forEach(Shelf::done);
            long before = outbox.commits();
            IntStream.range(0, 2500)
                    .mapToObj(i -> outbox.add(givingWay(Shelf.bytes("%0100d".formatted(i)))))
                    .toList()
                    .forEach(Shelf::done);
            assertThat(outbox.commits() - before).isLessThan(250);
            assertThat(texts(outbox, NORMAL))
                    .isEqualTo(IntStream.range(1500, 2500)
                            .mapToObj("%0100d"::formatted)
                            .toList());
            assertThat(outbox.account().displaced()).isEqualTo(2500);
            assertThat(outbox.account().agrees()).isTrue();
        }
    }

    @Test
    void nothingGivesWayForAMessageThatWouldNotFitEvenThen() {
        try (var outbox = shelf.open(THOUSAND_BYTES)) {
            outbox.put(message(HIGH, "h".repeat(300)));
            outbox.put(message(NORMAL, "a".repeat(300)));
            assertThatThrownBy(() -> outbox.put(givingWay(new byte[800]))).hasMessageContaining("outbox.full");
            assertThatThrownBy(() -> outbox.put(givingWay(new byte[1001]))).hasMessageContaining("outbox.full");
            assertThat(texts(outbox, NORMAL)).containsExactly("a".repeat(300));
            assertThat(outbox.account().displaced()).isZero();
        }
    }

    @Test
    void aSenderWhoseMessageGaveWayHearsSo() {
        try (var outbox = shelf.open(THOUSAND_BYTES)) {
            var sent = outbox.send(message(NORMAL, "a".repeat(800)));
            outbox.put(givingWay(new byte[900]));
            assertThatThrownBy(() -> done(sent)).hasMessageContaining("outbox.given-up");
        }
    }

    @Test
    void whatWasGivenUpForAMessageThatCouldNotBeWrittenIsStillThere() throws Exception {
        try (var outbox = shelf.open(new OutboxLimits(200_000, Optional.empty()))) {
            outbox.put(message(NORMAL, "a".repeat(100)));
            outbox.limitPages(14);
            assertThatThrownBy(() -> outbox.put(givingWay(new byte[200_000])))
                    .hasMessageContaining("outbox.not-written");
            outbox.limitPages(1_000_000);
            outbox.put(message(NORMAL, "b"));
            assertThat(texts(outbox, NORMAL)).containsExactly("a".repeat(100), "b");
            assertThat(outbox.account().displaced()).isZero();
        }
    }

    @Test
    void whatIsTooOldIsGivenUpAndMakesRoom() {
        try (var outbox = shelf.open(AN_HOUR)) {
            outbox.put(message(NORMAL, "a".repeat(900)));
            shelf.pass(Duration.ofMinutes(59));
            assertThatThrownBy(() -> outbox.put(message(NORMAL, "b".repeat(200))))
                    .hasMessageContaining("outbox.full");
            shelf.pass(Duration.ofMinutes(1));
            outbox.put(message(NORMAL, "b".repeat(200)));
            assertThat(texts(outbox, NORMAL)).containsExactly("b".repeat(200));
            assertThat(outbox.account().expired()).isEqualTo(1);
            assertThat(outbox.account().agrees()).isTrue();
        }
    }

    @Test
    void aMessageOfAShortLifeIsNotSentLateAndTheOthersAre() {
        try (var outbox = shelf.open()) {
            outbox.put(message(NORMAL, "for ever"));
            outbox.put(living(Duration.ofSeconds(5), "for a moment"));
            outbox.put(living(Duration.ofDays(5), "for days"));
            shelf.pass(Duration.ofSeconds(5));
            assertThat(texts(outbox, NORMAL)).containsExactly("for ever", "for days");
            waiting(outbox, NORMAL).forEach(one -> outbox.taken(one, () -> {}));
            done(outbox.allForwarded());
            assertThat(outbox.account().expired()).isEqualTo(1);
            assertThat(outbox.account().forwarded()).isEqualTo(2);
        }
    }

    @Test
    void timeCountsWhileNobodySendsAndWhileTheProgramIsAway() {
        try (var outbox = shelf.open(AN_HOUR)) {
            outbox.put(message(NORMAL, "early"));
        }
        shelf.pass(Duration.ofMinutes(40));
        try (var outbox = shelf.open(AN_HOUR)) {
            outbox.put(message(NORMAL, "late"));
            shelf.wall.addAndGet(-Duration.ofDays(100).toMillis());
            shelf.monotonic.addAndGet(Duration.ofMinutes(20).toMillis());
            done(outbox.sweep());
            done(outbox.forwarded(new Ticket(NORMAL, 0)));
            assertThat(outbox.account().expired()).isEqualTo(1);
            assertThat(texts(outbox, NORMAL)).containsExactly("late");
        }
    }

    @Test
    void theFileOfALargePayloadGoesWithItsMessage() throws Exception {
        Path file = folder.resolve("large").resolve("payload-1");
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[400]);
        try (var outbox = shelf.open(THOUSAND_BYTES)) {
            outbox.put(new NewMessage(NORMAL, new byte[0], new byte[0], "payload-1", 400, Optional.empty(), false));
            assertThat(outbox.account().waitingBytes()).isEqualTo(400);
            assertThat(waiting(outbox, NORMAL).getFirst().entry().largeFile()).isEqualTo("payload-1");
            assertThat(file).exists();
            forward(outbox, waiting(outbox, NORMAL).getFirst());
            done(outbox.forwarded(new Ticket(NORMAL, 0)));
            assertThat(file).doesNotExist();
        }
    }
}
