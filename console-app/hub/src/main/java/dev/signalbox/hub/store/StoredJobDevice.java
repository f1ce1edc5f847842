// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.Optional;

/// How one device fares in a job.
///
/// @param attempts how often it was asked
/// @param answer JSON of what it answered, empty when it did not
/// @param errorCode empty unless it failed
/// @param errorText empty unless it, or its last attempt, failed
public record StoredJobDevice(
        String job,
        DeviceId device,
        JobDeviceState state,
        int attempts,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        String answer,
        String errorCode,
        String errorText) {

    /// One who has not been asked.
    public static StoredJobDevice pending(String job, DeviceId device, Instant at) {
        return new StoredJobDevice(
                job, device, JobDeviceState.PENDING, 0, at, Optional.empty(), Optional.empty(), "", "", "");
    }

    public StoredJobDevice running(Instant at) {
        return new StoredJobDevice(
                job,
                device,
                state.moveTo(JobDeviceState.RUNNING),
                attempts + 1,
                createdAt,
                Optional.of(at),
                Optional.empty(),
                "",
                "",
                "");
    }

    /// It is certain that nothing was sent.
    public StoredJobDevice pendingAgain() {
        return waiting(Math.max(0, attempts - 1), "");
    }

    /// The attempt failed, and it may be asked once more.
    public StoredJobDevice pendingAfter(String text) {
        return waiting(attempts, text);
    }

    private StoredJobDevice waiting(int asked, String text) {
        return new StoredJobDevice(
                job,
                device,
                state.moveTo(JobDeviceState.PENDING),
                asked,
                createdAt,
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                text);
    }

    public StoredJobDevice succeeded(Instant at, String answered) {
        return ended(JobDeviceState.SUCCEEDED, at, answered, "", "");
    }

    public StoredJobDevice failed(Instant at, String code, String text) {
        return ended(JobDeviceState.FAILED, at, "", code, text);
    }

    /// It answered that it could not.
    public StoredJobDevice refused(Instant at, String answered, String code, String text) {
        return ended(JobDeviceState.FAILED, at, answered, code, text);
    }

    public StoredJobDevice cancelled(Instant at) {
        return ended(JobDeviceState.CANCELLED, at, "", "", "");
    }

    private StoredJobDevice ended(JobDeviceState how, Instant at, String answered, String code, String text) {
        return new StoredJobDevice(
                job, device, state.moveTo(how), attempts, createdAt, startedAt, Optional.of(at), answered, code, text);
    }
}
