// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A job as the store keeps it.
///
/// @param number grows from job to job
/// @param order what is to be done, to whom and when
/// @param startedAt when its devices were found
/// @param reason why it failed, else empty
public record StoredJob(
        long number,
        Order order,
        Instant createdAt,
        JobState state,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        String reason) {

    /// What was asked for. It never changes.
    ///
    /// @param type `scheduleDeviceMethod` or `scheduleUpdateTwin`
    /// @param condition of the query language, or `*` for all devices
    /// @param action JSON: the method or the twin, as it was sent
    /// @param window how long devices may take from the start on
    public record Order(String id, String type, String condition, String action, Instant startAt, Duration window) {}

    public String id() {
        return order.id();
    }

    public StoredJob started(Instant at) {
        return new StoredJob(
                number, order, createdAt, state.moveTo(JobState.RUNNING), Optional.of(at), endedAt, reason);
    }

    public StoredJob queued() {
        return new StoredJob(number, order, createdAt, state.moveTo(JobState.QUEUED), startedAt, endedAt, reason);
    }

    public StoredJob ended(JobState how, Instant at, String why) {
        return new StoredJob(number, order, createdAt, state.moveTo(how), startedAt, Optional.of(at), why);
    }
}
