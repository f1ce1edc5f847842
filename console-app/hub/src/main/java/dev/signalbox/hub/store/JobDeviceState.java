// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.util.Map;
import java.util.Set;

/// Where one device stands in a job. A move that is not listed is refused.
public enum JobDeviceState {
    /// Nothing was sent.
    PENDING("scheduled"),
    /// Written before anything is sent, so that no crash makes it be sent twice.
    RUNNING("running"),
    SUCCEEDED("completed"),
    FAILED("failed"),
    /// Nothing was sent, and nothing will be.
    CANCELLED("cancelled");

    private static final Map<JobDeviceState, Set<JobDeviceState>> MOVES = Map.of(
            PENDING, Set.of(RUNNING, SUCCEEDED, FAILED, CANCELLED),
            RUNNING, Set.of(PENDING, SUCCEEDED, FAILED, CANCELLED));

    private final String wireName;

    JobDeviceState(String wireName) {
        this.wireName = wireName;
    }

    /// Back to PENDING only if it is certain that nothing was sent.
    public JobDeviceState moveTo(JobDeviceState next) {
        if (!MOVES.getOrDefault(this, Set.of()).contains(next)) {
            throw new IllegalStateException("A device of a job cannot go from " + this + " to " + next);
        }
        return next;
    }

    public boolean hasEnded() {
        return !MOVES.containsKey(this);
    }

    /// A word that IoT Hub's clients know.
    public String wireName() {
        return wireName;
    }
}
