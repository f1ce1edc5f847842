// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.store.JobDeviceState;
import dev.signalbox.hub.store.QueryRecords.Found;
import dev.signalbox.hub.store.QueryRecords.Position;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.hub.store.StoredJobDevice;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.List;

/// Goes through the devices a job is for.
sealed interface Whom {
    /// The next ones, inside a transaction; `isLast` once there are no more.
    Some next(Records records, int most);

    /// @param isLast whether none come after these
    record Some(List<DeviceId> devices, boolean isLast) {}

    /// Throws ProblemException when the job's condition is none.
    static Whom of(StoredJob.Order order) {
        StoredJob.Rerun rerun = order.manner().rerun();
        return rerun.of().isEmpty() ? new Matching(JobCondition.read(order.condition())) : new Failed(rerun);
    }

    /// Those that match the job's condition.
    final class Matching implements Whom {
        private final JobCondition condition;
        private Position reached = Position.START;

        private Matching(JobCondition condition) {
            this.condition = condition;
        }

        @Override
        public Some next(Records records, int most) {
            List<Found> found = condition.devices(records, reached, most);
            if (!found.isEmpty()) {
                reached = found.getLast().position();
            }
            return new Some(found.stream().map(each -> each.id().device()).toList(), found.isEmpty());
        }
    }

    /// Those that failed in another job.
    final class Failed implements Whom {
        private final StoredJob.Rerun rerun;
        private String reached = "";

        private Failed(StoredJob.Rerun rerun) {
            this.rerun = rerun;
        }

        @Override
        public Some next(Records records, int most) {
            List<StoredJobDevice> failed = records.jobDevices().after(rerun.of(), JobDeviceState.FAILED, reached, most);
            if (!failed.isEmpty()) {
                reached = failed.getLast().device().value();
            }
            return new Some(
                    failed.stream()
                            .filter(device ->
                                    rerun.unknownToo() || !device.errorCode().equals(JobProblems.OUTCOME_UNKNOWN))
                            .map(StoredJobDevice::device)
                            .toList(),
                    failed.isEmpty());
        }
    }
}
