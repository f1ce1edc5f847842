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
    public record Order(
            String id, String type, String condition, String action, Instant startAt, Duration window, Manner manner) {
        public Order with(Manner other) {
            return new Order(id, type, condition, action, startAt, window, other);
        }
    }

    /// How a job goes about it.
    ///
    /// @param perSecond how many devices are asked in a second; 0 for as many as the hub can
    /// @param attempts how often a device is asked until it does not fail
    /// @param strict whether an answer of status 400 or more is a failure
    /// @param rerun what it does over again
    /// @param series the series it is an occurrence of, else empty
    public record Manner(int perSecond, int attempts, boolean strict, Rerun rerun, String series) {
        /// As IoT Hub goes about it.
        public static final Manner PLAIN = new Manner(0, 1, false, Rerun.NONE, "");

        public Manner as(Rerun again) {
            return new Manner(perSecond, attempts, strict, again, "");
        }

        public Manner of(String ofSeries) {
            return new Manner(perSecond, attempts, strict, Rerun.NONE, ofSeries);
        }
    }

    /// What a job does over again: its devices are those that failed in another one.
    ///
    /// @param of that job; empty for a job that is for whom its condition says
    /// @param unknownToo whether those whose outcome is unknown are among them
    public record Rerun(String of, boolean unknownToo) {
        public static final Rerun NONE = new Rerun("", false);
    }

    public String id() {
        return order.id();
    }

    /// When who was not asked will not be.
    public Instant windowEnd() {
        return startedAt.orElse(createdAt).plus(order.window());
    }

    public StoredJob started(Instant at) {
        return new StoredJob(
                number, order, createdAt, state.moveTo(JobState.RUNNING), Optional.of(at), endedAt, reason);
    }

    public StoredJob queued() {
        return new StoredJob(number, order, createdAt, state.moveTo(JobState.QUEUED), startedAt, endedAt, reason);
    }

    public StoredJob cancelling() {
        return new StoredJob(number, order, createdAt, state.moveTo(JobState.CANCELLING), startedAt, endedAt, reason);
    }

    public StoredJob ended(JobState how, Instant at, String why) {
        return new StoredJob(number, order, createdAt, state.moveTo(how), startedAt, Optional.of(at), why);
    }
}
