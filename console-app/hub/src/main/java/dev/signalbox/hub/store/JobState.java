// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Where a job stands. A move that is not listed is refused.
public enum JobState {
    /// Its time has not come.
    SCHEDULED,
    /// It waits for its turn, or for its devices to be found.
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED;

    private static final Map<JobState, Set<JobState>> MOVES = Map.of(
            SCHEDULED, Set.of(QUEUED, CANCELLED, FAILED),
            QUEUED, Set.of(RUNNING, CANCELLED, FAILED),
            RUNNING, Set.of(COMPLETED, CANCELLED, FAILED));

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
        return name().toLowerCase(Locale.ROOT);
    }
}
