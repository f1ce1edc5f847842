// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.job;

/// Where a job stands.
public enum JobPhase {
    SCHEDULED,
    /// It waits for its turn, or for its devices to be found.
    QUEUED,
    RUNNING,
    /// Nobody is asked any more; those who waited are ended, piece by piece.
    CANCELLING,
    /// Each of its devices ended, well or not.
    COMPLETED,
    /// It could not start.
    FAILED,
    CANCELLED;

    public boolean hasEnded() {
        return compareTo(COMPLETED) >= 0;
    }
}
