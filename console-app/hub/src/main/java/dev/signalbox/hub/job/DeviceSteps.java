// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.backend.BackendTwins;
import dev.signalbox.hub.store.JobDeviceState;
import dev.signalbox.hub.store.JobState;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredJobDevice;
import dev.signalbox.hub.twin.DesiredChange;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The moves of the devices of running jobs, some at a time, each durable when its method returns.
final class DeviceSteps {
    private final RegistryStore store;
    private final BackendTwins twins;
    private final Clock clock;

    DeviceSteps(RegistryStore store, BackendTwins twins, Clock clock) {
        this.store = store;
        this.twins = twins;
        this.clock = clock;
    }

    /// Some that wait, by id: those after one.
    List<DeviceId> pending(String job, String after) {
        return store.read(records -> records.jobDevices().pending(job, after, RunningJob.PAGE));
    }

    /// Writes down that these are about to be asked, and returns those that still may be.
    List<DeviceId> begin(String job, List<DeviceId> devices) {
        return store.commit(records -> {
            List<DeviceId> begun = new ArrayList<>();
            for (StoredJobDevice device : stillPending(records, job, devices)) {
                if (records.devices().find(device.device()).isEmpty()) {
                    records.jobDevices().put(Ending.failed(device, clock.instant(), JobProblems.deviceGone()));
                } else {
                    records.jobDevices().put(device.running(clock.instant()));
                    begun.add(device.device());
                }
            }
            return begun;
        });
    }

    /// Changes the twins of these; change and outcome are one, so nothing can come between.
    void edit(String job, List<DeviceId> devices, JobAction.Edit action) {
        store.commit(
                records -> {
                    List<DesiredChange> changes = new ArrayList<>();
                    stillPending(records, job, devices)
                            .forEach(device -> changes.addAll(edit(records, device, action)));
                    return changes;
                },
                twins::publish);
    }

    private List<DesiredChange> edit(Records records, StoredJobDevice device, JobAction.Edit action) {
        try {
            List<DesiredChange> changes = BackendTwins.edit(records, ClientId.of(device.device()), action.edit(), "*");
            records.jobDevices().put(device.succeeded(clock.instant(), ""));
            return changes;
        } catch (ProblemException refused) {
            records.jobDevices().put(Ending.failed(device, clock.instant(), refused.problem()));
            return List.of();
        }
    }

    /// Returns those whose devices wait again.
    Set<Ending> settle(List<Ending> endings) {
        return store.commit(records -> {
            var outcome = new Outcome(records, clock.instant());
            Set<Ending> again = new HashSet<>();
            for (Ending ending : endings) {
                records.jobDevices()
                        .find(ending.job(), ending.device())
                        .filter(device -> device.state() == JobDeviceState.RUNNING)
                        .map(device -> outcome.of(device, ending))
                        .ifPresent(device -> {
                            records.jobDevices().put(device);
                            if (device.state() == JobDeviceState.PENDING) {
                                again.add(ending);
                            }
                        });
            }
            return again;
        });
    }

    private static List<StoredJobDevice> stillPending(Records records, String job, List<DeviceId> devices) {
        return !JobSteps.isIn(records, job, JobState.RUNNING)
                ? List.of()
                : devices.stream()
                        .flatMap(id -> records.jobDevices().find(job, id).stream())
                        .filter(device -> device.state() == JobDeviceState.PENDING)
                        .toList();
    }
}
