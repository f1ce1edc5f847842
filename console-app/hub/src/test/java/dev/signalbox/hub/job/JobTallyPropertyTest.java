// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.store.JobDeviceRecords.Ended;
import dev.signalbox.hub.store.JobDeviceState;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredJobDevice;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever happens to the rows of a job's devices, in one transaction or many, undone or not, the tally is theirs.
class JobTallyPropertyTest {
    private static final int DEVICES = 40;
    private static final int ROUNDS = 300;

    @TempDir
    Path folder;

    @Test
    void theTallyIsAlwaysThatOfTheRows() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        Path file = folder.resolve("registry.db");
        try (var store = SqliteRegistry.open(file)) {
            ManyDevices.add(store, "one", DEVICES, Instant.EPOCH);
            ManyDevices.add(store, "two", DEVICES, Instant.EPOCH);
            for (int i = 0; i < ROUNDS; i++) {
                change(store, random);
                assertThat(ManyDevices.checkedTally(store, "one").total())
                        .as("seed " + seed)
                        .isLessThanOrEqualTo(DEVICES);
                ManyDevices.checkedTally(store, "two");
            }
        }
        try (var again = SqliteRegistry.open(file)) {
            ManyDevices.checkedTally(again, "one");
            ManyDevices.checkedTally(again, "two");
            again.commit(records -> {
                records.jobs().delete("one");
                return true;
            });
            assertThat(ManyDevices.checkedTally(again, "one").total()).isZero();
        }
    }

    /// Some pieces of work, which may share a transaction; some of them fail.
    private static void change(RegistryStore store, Random random) {
        List<CompletableFuture<Boolean>> pieces = random.ints(1 + random.nextInt(4))
                .mapToObj(seed -> store.commitLater(records -> change(records, new Random(seed))))
                .toList();
        pieces.forEach(piece -> {
            try {
                piece.join();
            } catch (CompletionException undone) {
                assertThat(undone).hasRootCauseMessage("undone");
            }
        });
    }

    private static boolean change(Records records, Random random) {
        String job = random.nextBoolean() ? "one" : "two";
        switch (random.nextInt(10)) {
            case 0 ->
                records.jobDevices()
                        .endPending(job, new Ended(JobDeviceState.CANCELLED, Instant.EPOCH, "", ""), random.nextInt(5));
            case 1 -> records.jobDevices().delete(job, random.nextInt(5));
            default -> put(records, job, random);
        }
        if (random.nextInt(6) == 0) {
            throw new IllegalStateException("undone");
        }
        return true;
    }

    private static void put(Records records, String job, Random random) {
        var fresh = StoredJobDevice.pending(job, ManyDevices.device(random.nextInt(DEVICES)), Instant.EPOCH);
        var running = fresh.running(Instant.EPOCH);
        records.jobDevices()
                .put(
                        switch (random.nextInt(6)) {
                            case 0 -> fresh;
                            case 1 -> running;
                            case 2 -> running.succeeded(Instant.EPOCH, "{}");
                            case 3 -> running.failed(Instant.EPOCH, JobProblems.OUTCOME_UNKNOWN, "unknown");
                            case 4 -> running.cancelled(Instant.EPOCH);
                            default -> running.failed(Instant.EPOCH, "method.failed", "no");
                        });
    }
}
