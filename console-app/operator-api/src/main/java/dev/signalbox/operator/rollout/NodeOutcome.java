// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.rollout;

/// How a node fares in a rollout.
public enum NodeOutcome {
    /// It runs what it ran before.
    WAITING,
    /// It was told to run the release, and has not told how that went.
    ORDERED,
    /// It runs the release for good.
    SUCCEEDED,
    /// It refused the release, fell back by itself, or did not tell in time.
    FAILED,
    /// The release was taken back from it, and it runs the one before again.
    BACK
}
