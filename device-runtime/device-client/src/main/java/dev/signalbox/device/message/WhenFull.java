// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.message;

/// What becomes of a new message for which the outbox has no room.
public enum WhenFull {
    /// It is refused with `outbox.full`; nothing that was taken is lost.
    REFUSE,
    /// The oldest waiting messages of its priority are given up for it, and counted as displaced.
    GIVE_WAY
}
