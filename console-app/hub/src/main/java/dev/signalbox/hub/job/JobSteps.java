// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.backend.BackendTwins;
import dev.signalbox.hub.store.JobDeviceState;
import dev.signalbox.hub.store.JobState;
import dev.signalbox.hub.store.QueryRecords.Found;
import dev.signalbox.hub.store.QueryRecords.Position;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.hub.store.StoredJobDevice;
import dev.signalbox.hub.twin.DesiredChange;
import dev.signalbox.operator.job.JobTally;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The moves of jobs, each durable when its method returns, in transactions that look first where things stand.
/// So a job that was cancelled in between is not gone on with.
final class JobSteps {
    private static final int AT_ONCE = 1000;
    private static final int LOWEST_FAILURE = 400;
    private static final int LONGEST_SHOWN = 400;

    private final RegistryStore store;
    private final BackendTwins twins;
    private final Clock clock;

    JobSteps(RegistryStore store, BackendTwins twins, Clock clock) {
        this.store = store;
        this.twins = twins;
        this.clock = clock;
    }

    /// Those that have not ended, oldest first.
    List<StoredJob> open() {
        return store.read(records -> records.jobs().open());
    }

    /// Some that wait, by id: those after one.
    List<DeviceId> pending(String job, String after) {
        return store.read(records -> records.jobs().pending(job, after, RunningJob.PAGE));
    }

    /// After a crash: what was asked and not answered stays so. It is not asked again.
    void settleUnanswered() {
        store.commit(records -> {
            records.jobs()
                    .inState(JobDeviceState.RUNNING)
                    .forEach(device -> records.jobs().putDevice(failed(device, JobProblems.outcomeUnknown())));
            return true;
        });
    }

    void forgetEndedBefore(Instant time) {
        store.commit(records -> {
            records.jobs().deleteEndedBefore(time);
            return true;
        });
    }

    /// Its time has come, but not its turn.
    void queue(StoredJob job) {
        change(job, StoredJob::queued);
    }

    /// Finds the job's devices, step by step, so that nobody waits long and little is held; from then on it runs. A
    /// rerun has its devices already.
    ///
    /// @return how many they are; empty if it was cancelled meanwhile
    OptionalLong start(StoredJob job) {
        if (job.order().manner().rerunOf().isEmpty()) {
            findDevices(job);
        }
        return store.commit(records -> {
            boolean queued = isQueued(records, job);
            if (queued) {
                records.jobs().put(job.started(clock.instant()));
            }
            return queued ? OptionalLong.of(Tallies.of(records, job.id()).total()) : OptionalLong.empty();
        });
    }

    private void findDevices(StoredJob job) {
        var condition = JobCondition.read(job.order().condition());
        forgetDevices(job);
        List<Found> found = found(condition, Position.START);
        while (!found.isEmpty() && add(job, found)) {
            found = found(condition, found.getLast().position());
        }
    }

    /// Those that were found before the hub stopped.
    private void forgetDevices(StoredJob job) {
        store.commit(records -> {
            if (isQueued(records, job)) {
                records.jobs().deleteDevices(job.id());
            }
            return true;
        });
    }

    private List<Found> found(JobCondition condition, Position after) {
        return store.read(records -> condition.devices(records, after, AT_ONCE));
    }

    /// Returns whether it still waits for its devices; it may have been cancelled.
    private boolean add(StoredJob job, List<Found> found) {
        return store.commit(records -> {
            boolean queued = isQueued(records, job);
            if (queued) {
                Instant at = clock.instant();
                found.forEach(each -> records.jobs()
                        .putDevice(StoredJobDevice.pending(job.id(), each.id().device(), at)));
            }
            return queued;
        });
    }

    private static boolean isQueued(Records records, StoredJob job) {
        return records.jobs()
                .find(job.id())
                .filter(has -> has.state() == JobState.QUEUED)
                .isPresent();
    }

    /// It cannot be started.
    void fail(StoredJob job, Problem why) {
        change(job, has -> has.ended(JobState.FAILED, clock.instant(), why.toString()));
    }

    /// Writes down that these are about to be asked, and returns those that still may be.
    List<DeviceId> begin(String job, List<DeviceId> devices) {
        return store.commit(records -> {
            List<DeviceId> begun = new ArrayList<>();
            for (StoredJobDevice device : stillPending(records, job, devices)) {
                if (records.devices().find(device.device()).isEmpty()) {
                    records.jobs().putDevice(failed(device, JobProblems.deviceGone()));
                } else {
                    records.jobs().putDevice(device.running(clock.instant()));
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
            records.jobs().putDevice(device.succeeded(clock.instant(), ""));
            return changes;
        } catch (ProblemException refused) {
            records.jobs().putDevice(failed(device, refused.problem()));
            return List.of();
        }
    }

    /// Returns those whose devices wait again.
    Set<Ending> settle(List<Ending> endings) {
        return store.commit(records -> {
            Set<Ending> again = new HashSet<>();
            for (Ending ending : endings) {
                records.jobs()
                        .device(ending.job(), ending.device())
                        .filter(device -> device.state() == JobDeviceState.RUNNING)
                        .map(device -> after(records, device, ending))
                        .ifPresent(device -> {
                            records.jobs().putDevice(device);
                            if (device.state() == JobDeviceState.PENDING) {
                                again.add(ending);
                            }
                        });
            }
            return again;
        });
    }

    /// The window is over: who was not asked will not be.
    void closeWindow(String job) {
        store.commit(records -> {
            Problem closed = JobProblems.windowClosed();
            records.jobs().endPending(job, JobDeviceState.FAILED, clock.instant(), closed.code(), text(closed));
            return true;
        });
    }

    /// Ends the job if all its devices have ended.
    ///
    /// @return how they ended, if it did end now
    Optional<JobTally> finish(StoredJob job) {
        return store.commit(records -> {
            boolean allEnded = records.jobs().tally(job.id()).keySet().stream().allMatch(JobDeviceState::hasEnded);
            Optional<StoredJob> ends =
                    records.jobs().find(job.id()).filter(has -> allEnded && has.state() == JobState.RUNNING);
            ends.ifPresent(has -> records.jobs().put(has.ended(JobState.COMPLETED, clock.instant(), "")));
            return ends.map(has -> Tallies.of(records, has.id()));
        });
    }

    private StoredJobDevice after(Records records, StoredJobDevice device, Ending ending) {
        Optional<StoredJob> goesOn = records.jobs().find(device.job()).filter(job -> job.state() == JobState.RUNNING);
        boolean once = goesOn.filter(
                        job -> device.attempts() < job.order().manner().attempts())
                .filter(job -> clock.instant().isBefore(job.windowEnd()))
                .isPresent();
        boolean strict = records.jobs()
                .find(device.job())
                .filter(job -> job.order().manner().strict())
                .isPresent();
        return switch (ending) {
            case Ending.Answered answered
            when strict && answered.status() >= LOWEST_FAILURE -> {
                Problem why = refusal(answered);
                yield once
                        ? device.pendingAfter(why.toString())
                        : device.refused(clock.instant(), answered.answer(), why.code(), why.toString());
            }
            case Ending.Answered answered -> device.succeeded(clock.instant(), answered.answer());
            case Ending.Failed failed ->
                once ? device.pendingAfter(failed.problem().toString()) : failed(device, failed.problem());
            case Ending.NotSent notSent ->
                goesOn.isPresent() ? device.pendingAgain() : device.cancelled(clock.instant());
        };
    }

    private static Problem refusal(Ending.Answered answered) {
        JsonNode payload = Json.readTree(answered.answer().getBytes(StandardCharsets.UTF_8))
                .path("payload");
        String text = payload.isString() ? payload.stringValue() : payload.isNull() ? "" : payload.toString();
        String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
        return JobProblems.answeredFailure(answered.status(), shown);
    }

    private void change(StoredJob job, java.util.function.UnaryOperator<StoredJob> change) {
        store.commit(records -> {
            records.jobs()
                    .find(job.id())
                    .filter(has -> has.state() == job.state())
                    .ifPresent(has -> records.jobs().put(change.apply(has)));
            return true;
        });
    }

    private static List<StoredJobDevice> stillPending(Records records, String job, List<DeviceId> devices) {
        boolean goesOn = records.jobs()
                .find(job)
                .filter(has -> has.state() == JobState.RUNNING)
                .isPresent();
        return !goesOn
                ? List.of()
                : devices.stream()
                        .flatMap(id -> records.jobs().device(job, id).stream())
                        .filter(device -> device.state() == JobDeviceState.PENDING)
                        .toList();
    }

    private StoredJobDevice failed(StoredJobDevice device, Problem problem) {
        return device.failed(clock.instant(), problem.code(), text(problem));
    }

    private static String text(Problem problem) {
        return problem.what() + " " + problem.remedy();
    }
}
