// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.message;

/// What becomes of a new message for which the app's buffer has no room.
public enum WhenFull {
    /// The oldest one that waits is given up for it.
    DROP_OLDEST,
    /// `send` waits until there is room.
    WAIT,
    /// `send` throws ProblemException with code `local.full`.
    REFUSE
}
