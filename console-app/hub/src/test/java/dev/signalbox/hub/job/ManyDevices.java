// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.store.JobDeviceState;
import dev.signalbox.hub.store.JobState;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.hub.store.StoredJobDevice;
import dev.signalbox.operator.job.JobTally;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A job for many devices that are nowhere else, and its tally counted row by row.
public final class ManyDevices {
    private static final int PAGE = 1000;

    private ManyDevices() {}

    /// A method job that runs, and all its devices wait.
    public static StoredJob add(RegistryStore store, String id, int devices, Instant now) {
        var order = new StoredJob.Order(
                id,
                JobAction.METHOD,
                "*",
                "{\"methodName\":\"stop\"}",
                now,
                Duration.ofHours(1),
                StoredJob.Manner.PLAIN);
        return store.commit(records -> {
            records.jobs().add(order, now, JobState.QUEUED);
            for (int i = 0; i < devices; i++) {
                records.jobDevices().put(StoredJobDevice.pending(id, device(i), now));
            }
            records.jobs().put(records.jobs().find(id).orElseThrow().started(now));
            return records.jobs().find(id).orElseThrow();
        });
    }

    static DeviceId device(int number) {
        return new DeviceId("device-%05d".formatted(number));
    }

    /// Fails unless the tally that is kept is that of the rows.
    public static JobTally checkedTally(RegistryStore store, String job) {
        return store.read(records -> {
            JobTally kept = records.jobDevices().tally(job);
            assertThat(kept).isEqualTo(counted(records, job));
            return kept;
        });
    }

    private static JobTally counted(Records records, String job) {
        long[] unknown = {0};
        long[] states = new long[JobDeviceState.values().length];
        List<StoredJobDevice> page = records.jobDevices().after(job, "", PAGE);
        while (!page.isEmpty()) {
            for (StoredJobDevice device : page) {
                boolean isUnknown = device.errorCode().equals(JobProblems.OUTCOME_UNKNOWN);
                (isUnknown ? unknown : states)[isUnknown ? 0 : device.state().ordinal()]++;
            }
            page = records.jobDevices().after(job, page.getLast().device().value(), PAGE);
        }
        return new JobTally(
                states[JobDeviceState.SUCCEEDED.ordinal()],
                states[JobDeviceState.FAILED.ordinal()],
                states[JobDeviceState.RUNNING.ordinal()],
                states[JobDeviceState.PENDING.ordinal()],
                unknown[0],
                states[JobDeviceState.CANCELLED.ordinal()]);
    }
}
