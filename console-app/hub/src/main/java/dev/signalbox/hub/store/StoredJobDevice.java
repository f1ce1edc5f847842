// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.Optional;

/// How one device fares in a job.
///
/// @param answer JSON of what it answered, empty when it did not
/// @param errorCode empty unless it failed
/// @param errorText empty unless it failed
public record StoredJobDevice(
        String job,
        DeviceId device,
        JobDeviceState state,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        String answer,
        String errorCode,
        String errorText) {

    /// One who has not been asked.
    public static StoredJobDevice pending(String job, DeviceId device, Instant at) {
        return new StoredJobDevice(
                job, device, JobDeviceState.PENDING, at, Optional.empty(), Optional.empty(), "", "", "");
    }

    public StoredJobDevice running(Instant at) {
        return new StoredJobDevice(
                job,
                device,
                state.moveTo(JobDeviceState.RUNNING),
                createdAt,
                Optional.of(at),
                Optional.empty(),
                "",
                "",
                "");
    }

    /// It is certain that nothing was sent.
    public StoredJobDevice pendingAgain() {
        state.moveTo(JobDeviceState.PENDING);
        return pending(job, device, createdAt);
    }

    public StoredJobDevice succeeded(Instant at, String answered) {
        return ended(JobDeviceState.SUCCEEDED, at, answered, "", "");
    }

    public StoredJobDevice failed(Instant at, String code, String text) {
        return ended(JobDeviceState.FAILED, at, "", code, text);
    }

    public StoredJobDevice cancelled(Instant at) {
        return ended(JobDeviceState.CANCELLED, at, "", "", "");
    }

    private StoredJobDevice ended(JobDeviceState how, Instant at, String answered, String code, String text) {
        return new StoredJobDevice(
                job, device, state.moveTo(how), createdAt, startedAt, Optional.of(at), answered, code, text);
    }
}
