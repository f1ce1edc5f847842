// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.device.message.OutboxLimits;
import dev.signalbox.device.storage.Disk;
import dev.signalbox.testing.chance.Chance;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that fails at each point in turn, in each way: the outbox goes on, nothing that somebody was told is safe is
/// lost, and nothing comes twice.
class DiskFaultTest {
    private static final OutboxLimits LIMITS = new OutboxLimits(1 << 20, Optional.empty());

    @TempDir
    Path folder;

    private final Chance chance = Chance.of(DiskFaultTest.class);

    @Test
    void everyPointMayFailInEveryWay() throws Exception {
        RandomGenerator random = chance.drawnBy("faults");
        int points = Chance.many("points", 300);
        FaultyDisk.Fault[] faults = FaultyDisk.Fault.values();
        for (int point = 0; point < points; point++) {
            var fault = faults[point % faults.length];
            var disk = new FaultyDisk(fault, point / faults.length, 1 + random.nextInt(4));
            Path there = folder.resolve("point-" + point);
            survives(there, disk, "%s at point %d".formatted(fault, point / faults.length), random);
            Folders.delete(there);
        }
    }

    private static void survives(Path there, FaultyDisk disk, String when, RandomGenerator random) {
        var shelf = new Shelf(there);
        var sender = new Insistent(random);
        try (var outbox = Outbox.open(there, shelf.settings(LIMITS, disk))) {
            for (int step = 0; step < 12 || !disk.isThroughWith(); step++) {
                sender.step(outbox);
            }
            sender.drain(outbox);
            sender.check(outbox, when);
        }
        try (var outbox = shelf.open(LIMITS)) {
            sender.drain(outbox);
            sender.check(outbox, when + ", opened again");
            assertThat(arrived(outbox)).as(when).isEqualTo(sender.kept());
        }
    }

    private static List<String> arrived(Outbox outbox) {
        return outbox.inbox().waiting(1000).stream()
                .map(arrival -> new String(arrival.payload(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void whileADiskIsSlowMessagesGatherForOneCommit() {
        var slow = new CountDownLatch(1);
        var disk = new Disk() {
            @Override
            public void commit(Action commit, boolean synced) throws SQLException {
                try {
                    slow.await();
                } catch (InterruptedException unexpected) {
                    throw new SQLException(unexpected);
                }
                commit.run();
            }
        };
        try (var outbox = Outbox.open(folder, new Shelf(folder).settings(LIMITS, disk))) {
            List<CompletableFuture<Ticket>> sent = IntStream.range(0, 500)
                    .mapToObj(number -> outbox.add(Shelf.message("m" + number)))
                    .toList();
            assertThat(sent).noneMatch(CompletableFuture::isDone);
            slow.countDown();
            sent.forEach(Shelf::done);
            assertThat(outbox.commits()).isLessThanOrEqualTo(2 + 500 / 100);
            assertThat(outbox.waiting()).isEqualTo(500);
        }
    }

    @Test
    void whoWaitsIsNotHeldUpByACheckpointThatFailed() {
        var fails = new AtomicBoolean();
        var disk = new Disk() {
            @Override
            public void checkpoint(Action checkpoint) throws SQLException {
                if (fails.getAndSet(false)) {
                    throw new SQLException("refused");
                }
                checkpoint.run();
            }
        };
        try (var outbox = Outbox.open(folder, new Shelf(folder).settings(LIMITS, disk))) {
            fails.set(true);
            for (int number = 0; fails.get(); number++) {
                outbox.put(Shelf.message("m" + number));
                Shelf.forward(outbox, Shelf.waiting(outbox, Shelf.NORMAL).getFirst());
            }
            Shelf.done(outbox.allForwarded());
        }
    }

    @Test
    void aDiskThatFailsForGoodIsToldAndClosingStillEnds() {
        var disk = new FaultyDisk(FaultyDisk.Fault.ERROR_BEFORE_COMMIT, 2, Integer.MAX_VALUE);
        var shelf = new Shelf(folder);
        try (var outbox = Outbox.open(folder, shelf.settings(LIMITS, disk))) {
            outbox.put(Shelf.message("first"));
            outbox.put(Shelf.message("second"));
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThat(outbox.add(Shelf.message("third")))
                        .failsWithin(Duration.ofSeconds(30))
                        .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                        .withMessageContaining("outbox.not-written");
            }
            assertThat(outbox.account().refused()).isEqualTo(3);
            outbox.taken(Shelf.waiting(outbox, Shelf.NORMAL).getFirst(), () -> {});
        }
        try (var outbox = shelf.open(LIMITS)) {
            assertThat(Shelf.texts(outbox, Shelf.NORMAL)).containsExactly("first", "second");
        }
    }
}
