// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.util.Map;
import java.util.Set;

/// Where a job stands. A move that is not listed is refused.
public enum JobState {
    /// Its time has not come.
    SCHEDULED("scheduled"),
    /// It waits for its turn, or for its devices to be found.
    QUEUED("queued"),
    RUNNING("running"),
    /// Nobody is asked any more, but there are too many who wait to end them all at once. IoT Hub has no word for it.
    CANCELLING("running"),
    COMPLETED("completed"),
    FAILED("failed"),
    CANCELLED("cancelled");

    private static final Map<JobState, Set<JobState>> MOVES = Map.of(
            SCHEDULED, Set.of(QUEUED, CANCELLED, FAILED),
            QUEUED, Set.of(RUNNING, CANCELLING, CANCELLED, FAILED),
            RUNNING, Set.of(COMPLETED, CANCELLING, CANCELLED, FAILED),
            CANCELLING, Set.of(CANCELLED));

    private final String wireName;

    JobState(String wireName) {
        this.wireName = wireName;
    }

    public JobState moveTo(JobState next) {
        if (!MOVES.getOrDefault(this, Set.of()).contains(next)) {
            throw new IllegalStateException("A job cannot go from " + this + " to " + next);
        }
        return next;
    }

    public boolean hasEnded() {
        return !MOVES.containsKey(this);
    }

    /// As IoT Hub writes it.
    public String wireName() {
        return wireName;
    }
}
