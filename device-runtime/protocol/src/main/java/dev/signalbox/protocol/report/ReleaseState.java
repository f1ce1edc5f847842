// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.report;

/// Where a node stands with the release it was last asked to run.
public enum ReleaseState {
    /// Fetching, verifying, compiling; the former release runs on.
    PREPARING,
    /// Swapped less than 60 s ago: any failure goes back to the predecessor.
    TRIAL,
    /// Runs for good.
    SETTLED,
    /// Did not pass the checks; the former release runs on.
    REFUSED,
    /// Failed while starting or in its trial; the predecessor runs again.
    FELL_BACK
}
