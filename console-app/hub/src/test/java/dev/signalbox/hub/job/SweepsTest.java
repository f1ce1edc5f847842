// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.store.JobState;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.operator.job.JobTally;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What concerns very many devices is done by pieces, each durable; another hub goes on where one was stopped.
class SweepsTest {
    private static final int DEVICES = 2 * Sweeps.PIECE + 500;
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    @TempDir
    Path folder;

    RegistryStore store;

    @BeforeEach
    void open() {
        store = SqliteRegistry.open(folder.resolve("registry.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aJobIsCancellingUntilAllWhoWaitAreCancelled() {
        StoredJob job = ManyDevices.add(store, "job", DEVICES, NOW);
        store.commit(records -> {
            Sweeps.cancel(records, job, NOW);
            return true;
        });
        assertThat(state()).isEqualTo(JobState.CANCELLING);
        assertThat(ManyDevices.checkedTally(store, "job"))
                .isEqualTo(new JobTally(0, 0, 0, DEVICES - Sweeps.PIECE, 0, Sweeps.PIECE));
        assertThat(sweeps().cancel(job)).isTrue();
        reopen();
        assertThat(state()).isEqualTo(JobState.CANCELLING);
        assertThat(sweeps().cancel(job)).isFalse();
        assertThat(state()).isEqualTo(JobState.CANCELLED);
        assertThat(ManyDevices.checkedTally(store, "job")).isEqualTo(new JobTally(0, 0, 0, 0, 0, DEVICES));
    }

    @Test
    void aWindowIsClosedByPieces() {
        StoredJob job = ManyDevices.add(store, "job", DEVICES, NOW);
        assertThat(sweeps().closeWindow("job")).isTrue();
        assertThat(ManyDevices.checkedTally(store, "job").failed()).isEqualTo(Sweeps.PIECE);
        assertThat(new JobSteps(store, Clock.systemUTC()).finish(job))
                .as("some still wait")
                .isEmpty();
        reopen();
        assertThat(sweeps().closeWindow("job")).isTrue();
        assertThat(sweeps().closeWindow("job")).isFalse();
        assertThat(ManyDevices.checkedTally(store, "job").failed()).isEqualTo(DEVICES);
        assertThat(new JobSteps(store, Clock.systemUTC()).finish(job)).isPresent();
    }

    @Test
    void aJobThatEndedLongAgoIsForgottenByPieces() {
        StoredJob job = ManyDevices.add(store, "job", DEVICES, NOW);
        store.commit(records -> {
            records.jobs().put(job.ended(JobState.CANCELLED, NOW, ""));
            return true;
        });
        assertThat(sweeps().forgetEndedBefore(NOW)).as("not before").isFalse();
        assertThat(sweeps().forgetEndedBefore(NOW.plusSeconds(1))).isTrue();
        assertThat(ManyDevices.checkedTally(store, "job").total()).isEqualTo(DEVICES - Sweeps.PIECE);
        reopen();
        while (sweeps().forgetEndedBefore(NOW.plusSeconds(1))) {
            ManyDevices.checkedTally(store, "job");
        }
        Optional<StoredJob> left = store.read(records -> records.jobs().find("job"));
        assertThat(left).isEmpty();
    }

    @Test
    void whatWasNotAnsweredIsSettledByPieces() {
        ManyDevices.add(store, "job", Sweeps.PIECE + 1, NOW);
        store.commit(records -> {
            for (int i = 0; i <= Sweeps.PIECE; i++) {
                var device =
                        records.jobDevices().find("job", ManyDevices.device(i)).orElseThrow();
                records.jobDevices().put(device.running(NOW));
            }
            return true;
        });
        assertThat(sweeps().settleUnanswered()).isTrue();
        assertThat(ManyDevices.checkedTally(store, "job")).isEqualTo(new JobTally(0, 0, 1, 0, Sweeps.PIECE, 0));
        assertThat(sweeps().settleUnanswered()).isFalse();
        assertThat(ManyDevices.checkedTally(store, "job").unknown()).isEqualTo(Sweeps.PIECE + 1L);
    }

    private void reopen() {
        close();
        open();
    }

    private Sweeps sweeps() {
        return new Sweeps(store, Clock.systemUTC());
    }

    private JobState state() {
        return store.read(records -> records.jobs().find("job").orElseThrow().state());
    }
}
