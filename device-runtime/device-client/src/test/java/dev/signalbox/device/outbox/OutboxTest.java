// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import static dev.signalbox.device.outbox.Shelf.HIGH;
import static dev.signalbox.device.outbox.Shelf.LOW;
import static dev.signalbox.device.outbox.Shelf.NORMAL;
import static dev.signalbox.device.outbox.Shelf.done;
import static dev.signalbox.device.outbox.Shelf.forward;
import static dev.signalbox.device.outbox.Shelf.message;
import static dev.signalbox.device.outbox.Shelf.texts;
import static dev.signalbox.device.outbox.Shelf.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.device.message.OutboxLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    @TempDir
    Path folder;

    private Shelf shelf;

    @BeforeEach
    void setUp() {
        shelf = new Shelf(folder);
    }

    @Test
    void manySendersShareOneCommit() throws Exception {
        try (var outbox = shelf.open();
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = new ArrayList<Future<?>>();
            for (int sender = 0; sender < 2000; sender++) {
                sent.add(senders.submit(() -> outbox.put(message("x"))));
            }
            for (var one : sent) {
                one.get();
            }
            assertThat(outbox.waiting()).isEqualTo(2000);
            assertThat(outbox.commits()).isLessThan(1000);
        }
    }

    @Test
    void largeMessagesAreReadAheadByTheirBytes() {
        try (var outbox = shelf.open()) {
            for (int number = 0; number < 8; number++) {
                outbox.put(message("x".repeat(200_000)));
            }
            assertThat(outbox.after(NORMAL, 0, 64).messages()).hasSizeBetween(1, 2);
            assertThat(waiting(outbox, NORMAL)).hasSize(8);
        }
    }

    @Test
    void messagesThatNobodyWaitsForShareCommitsAndKeepTheirOrder() {
        try (var outbox = shelf.open()) {
            List<CompletableFuture<Ticket>> sent = IntStream.range(0, 3000)
                    .mapToObj(number -> outbox.add(message("m" + number)))
                    .toList();
            sent.forEach(Shelf::done);
            assertThat(outbox.commits()).isLessThan(1000);
            assertThat(texts(outbox, NORMAL))
                    .isEqualTo(IntStream.range(0, 3000)
                            .mapToObj(number -> "m" + number)
                            .toList());
        }
    }

    @Test
    void messagesKeepOrderPropertiesEpochAndNumberOverARestart() {
        List<Queued> before;
        try (var outbox = shelf.open()) {
            outbox.put(message("first"));
            outbox.put(message("second"));
            before = waiting(outbox, NORMAL);
        }
        try (var outbox = shelf.open()) {
            List<Queued> after = waiting(outbox, NORMAL);
            assertThat(after).usingRecursiveComparison().isEqualTo(before);
            assertThat(after).extracting(Queued::sequence).containsExactly(1L, 2L);
            assertThat(after.getFirst().entry().bag()).isEqualTo(Shelf.bytes("key=value"));
            assertThat(texts(outbox, NORMAL)).containsExactly("first", "second");
        }
    }

    @Test
    void eachOpeningAndLaneNumbersUnderAnEpochOfItsOwn() {
        var epochs = new ArrayList<String>();
        for (int opening = 0; opening < 2; opening++) {
            try (var outbox = shelf.open()) {
                outbox.put(message(HIGH, "high"));
                outbox.put(message("normal"));
                epochs.add(waiting(outbox, HIGH).getLast().epoch());
                Queued last = waiting(outbox, NORMAL).getLast();
                epochs.add(last.epoch());
                assertThat(last.sequence()).isEqualTo(1);
            }
        }
        assertThat(epochs).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void lanesAreApartAndEachInOrder() {
        try (var outbox = shelf.open()) {
            for (int round = 0; round < 3; round++) {
                outbox.put(message(LOW, "low" + round));
                outbox.put(message(HIGH, "high" + round));
            }
            assertThat(texts(outbox, HIGH)).containsExactly("high0", "high1", "high2");
            assertThat(texts(outbox, NORMAL)).isEmpty();
            assertThat(texts(outbox, LOW)).containsExactly("low0", "low1", "low2");
        }
    }

    @Test
    void anOutboxThatWasNeverUsedKeepsItsFolderButHasNoFile() {
        try (var outbox = shelf.open()) {
            assertThat(outbox.waiting()).isZero();
            assertThat(texts(outbox, NORMAL)).isEmpty();
            assertThat(done(outbox.allForwarded())).isNull();
            assertThat(outbox.inbox().waiting(10)).isEmpty();
            assertThat(folder.resolve("device.db")).doesNotExist();
            assertThatThrownBy(() -> shelf.open()).hasMessageContaining("outbox.in-use");
        }
        var closed = shelf.open();
        closed.close();
        assertThatThrownBy(() -> closed.put(message("late"))).hasMessageContaining("outbox.closed");
        assertThat(folder.resolve("device.db")).doesNotExist();
    }

    @Test
    void whatIsForwardedIsGoneForGoodAndItsNumberNeverGivenAgain() {
        try (var outbox = shelf.open()) {
            outbox.put(message("first"));
            waiting(outbox, NORMAL).forEach(one -> forward(outbox, one));
            outbox.put(message("second"));
            assertThat(waiting(outbox, NORMAL)).extracting(Queued::sequence).containsExactly(2L);
        }
        try (var outbox = shelf.open()) {
            assertThat(texts(outbox, NORMAL)).containsExactly("second");
            assertThat(outbox.account().forwarded()).isEqualTo(1);
        }
    }

    @Test
    void anAcknowledgementOutOfTurnIsRecordedWhenItsTurnComes() {
        try (var outbox = shelf.open()) {
            List<CompletableFuture<Ticket>> sent =
                    List.of(outbox.add(message("first")), outbox.add(message("second")), outbox.add(message("third")));
            sent.forEach(Shelf::done);
            List<Queued> queued = waiting(outbox, NORMAL);
            var third = new CompletableFuture<Void>();
            outbox.taken(queued.get(2), () -> third.complete(null));
            forward(outbox, queued.get(0));
            forward(outbox, queued.get(0));
            forward(outbox, queued.get(1));
            done(third);
            assertThat(outbox.account().forwarded()).isEqualTo(3);
            assertThat(outbox.waiting()).isZero();
        }
    }

    @Test
    void aSenderHearsWhenTheHubHasItsMessageAndAllBeforeIt() {
        try (var outbox = shelf.open()) {
            outbox.put(message("first"));
            Ticket second = outbox.put(message("second"));
            var sent = outbox.send(message("third"));
            var everything = outbox.allForwarded();
            var two = outbox.forwarded(second);
            dev.signalbox.testing.process.Await.until(
                    "the third is on disk", java.time.Duration.ofSeconds(30), () -> outbox.waiting() == 3);
            List<Queued> queued = waiting(outbox, NORMAL);
            forward(outbox, queued.get(0));
            assertThat(two).isNotDone();
            forward(outbox, queued.get(1));
            done(two);
            assertThat(sent).isNotDone();
            forward(outbox, queued.get(2));
            done(sent);
            done(everything);
        }
    }

    @Test
    void whatHangsOnAnAnswerMayThrowOrWaitForTheOutboxItself() {
        try (var outbox = shelf.open()) {
            var thrown = outbox.add(message("first")).thenRun(() -> {
                throw new IllegalStateException("the caller's own mistake");
            });
            var another = outbox.add(message("second")).thenApply(ticket -> outbox.put(message("third")));
            var joined = outbox.add(message("fourth"))
                    .thenApply(ticket -> outbox.add(message("fifth")).join());
            done(another);
            done(joined);
            assertThatThrownBy(() -> done(thrown)).hasMessageContaining("own mistake");
            assertThat(outbox.waiting()).isEqualTo(5);
        }
    }

    @Test
    void anInterruptDoesNotHideWhetherAMessageIsKept() {
        try (var outbox = shelf.open()) {
            for (int kept = 1; kept <= 3; kept++) {
                Thread.currentThread().interrupt();
                outbox.put(message("kept"));
                assertThat(Thread.interrupted()).isTrue();
                assertThat(outbox.waiting()).isEqualTo(kept);
            }
        }
    }

    @Test
    void closingTellsEachSenderTheTruth() throws Exception {
        for (int round = 0; round < 20; round++) {
            var outbox = shelf.open();
            long before = outbox.waiting();
            var started = new CountDownLatch(4);
            var kept = new java.util.concurrent.atomic.AtomicLong();
            try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int sender = 0; sender < 4; sender++) {
                    senders.submit(() -> {
                        started.countDown();
                        while (true) {
                            outbox.put(message("x"));
                            kept.incrementAndGet();
                        }
                    });
                }
                started.await();
                outbox.close();
            }
            try (var again = shelf.open()) {
                assertThat(again.waiting()).isEqualTo(before + kept.get());
            }
        }
    }

    @Test
    void aFullDiskRefusesMessagesButLosesNoneAndRecovers() throws Exception {
        try (var outbox = shelf.open()) {
            outbox.put(message("kept"));
            outbox.limitPages(14);
            assertThatThrownBy(() -> outbox.put(Shelf.givingWay(new byte[100_000])))
                    .hasMessageContaining("outbox.not-written");
            assertThat(outbox.account().refused()).isEqualTo(1);
            assertThat(outbox.waiting()).isEqualTo(1);
            outbox.limitPages(1_000_000);
            outbox.put(Shelf.givingWay(new byte[100_000]));
            assertThat(waiting(outbox, NORMAL)).hasSize(2);
            assertThat(outbox.account().agrees()).isTrue();
        }
    }

    @Test
    void aDamagedFileIsMovedAsideAndANewEpochStarts() throws Exception {
        String epoch;
        try (var outbox = shelf.open()) {
            for (int message = 0; message < 100; message++) {
                outbox.put(message("m".repeat(1000)));
            }
            epoch = waiting(outbox, NORMAL).getFirst().epoch();
        }
        byte[] file = Files.readAllBytes(folder.resolve("device.db"));
        Arrays.fill(file, 4096, file.length, (byte) 0x5a);
        Files.write(folder.resolve("device.db"), file);
        try (var outbox = shelf.open()) {
            assertThat(outbox.waiting()).isZero();
            outbox.put(message("new"));
            assertThat(waiting(outbox, NORMAL)).noneMatch(one -> one.epoch().equals(epoch));
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("device.db.damaged-"));
        }
    }

    @Test
    void aDamagedMessageIsCountedAndTheOthersAreSent() throws Exception {
        try (var outbox = shelf.open()) {
            outbox.put(message("first"));
            outbox.put(message("to be spoiled"));
            outbox.put(message("third"));
        }
        Path path = folder.resolve("device.db");
        byte[] file = Files.readAllBytes(path);
        file[new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("to be spoiled")] ^= 4;
        Files.write(path, file);
        try (var outbox = shelf.open()) {
            List<Queued> left = waiting(outbox, NORMAL);
            assertThat(left).extracting(Shelf::text).containsExactly("first", "third");
            left.forEach(one -> outbox.taken(one, () -> {}));
            done(outbox.allForwarded());
            assertThat(outbox.account().damaged()).isEqualTo(1);
            assertThat(outbox.account().forwarded()).isEqualTo(2);
            assertThat(outbox.account().agrees()).isTrue();
        }
    }

    @Test
    void aSecondProgramIsTurnedAway() {
        try (var outbox = shelf.open()) {
            assertThat(outbox.waiting()).isZero();
            assertThatThrownBy(() -> shelf.open()).hasMessageContaining("outbox.in-use");
        }
        shelf.open().close();
    }

    @Test
    void aFolderThatCannotBeMadeIsToldInASentence() throws Exception {
        Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> Outbox.open(folder.resolve("file").resolve("link"), OutboxLimits.USUAL))
                .hasMessageContaining("outbox.not-opened");
    }
}
