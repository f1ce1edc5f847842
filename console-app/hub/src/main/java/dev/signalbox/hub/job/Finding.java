// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.store.JobState;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.hub.store.StoredJobDevice;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Finds the devices of one queued job, piece by piece, so that nobody waits long and little is held. Begins anew after
/// a restart: what a hub before this one had found is forgotten first.
final class Finding {
    private static final int PIECE = 1000;

    private final StoredJob job;
    private final RegistryStore store;
    private final Clock clock;
    private final Whom whom;
    private boolean forgot;

    /// Throws ProblemException when the job's condition is none.
    Finding(StoredJob job, RegistryStore store, Clock clock) {
        this.job = job;
        this.store = store;
        this.clock = clock;
        this.whom = Whom.of(job.order());
    }

    /// Finds some more. Returns whether that was all, or the job does not wait for its devices any more.
    boolean isDone() {
        if (!forgot) {
            forgot = store.commit(this::forget) < PIECE;
            return false;
        }
        Whom.Some found = store.read(records -> whom.next(records, PIECE));
        return found.isLast() || !store.commit(records -> add(records, found.devices()));
    }

    private int forget(Records records) {
        return isQueued(records) ? records.jobDevices().delete(job.id(), PIECE) : 0;
    }

    private boolean add(Records records, List<DeviceId> devices) {
        boolean queued = isQueued(records);
        if (queued) {
            Instant at = clock.instant();
            devices.forEach(device -> records.jobDevices().put(StoredJobDevice.pending(job.id(), device, at)));
        }
        return queued;
    }

    private boolean isQueued(Records records) {
        return JobSteps.isIn(records, job.id(), JobState.QUEUED);
    }
}
