// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.intake;

import dev.signalbox.protocol.report.Problem;

/// Why messages are not taken in.
public final class IntakeProblems {
    /// The device's fault, not the store's.
    static final String QUOTA = "mqtt.quota-reached";

    private IntakeProblems() {}

    static Problem noRoom(long kept) {
        return new Problem(
                "store.no-room",
                "The hub keeps " + (kept >> 20) + " MiB of its disk free, and there is less: no messages are taken in.",
                "Free space on the hub's disk; devices keep their messages and send them again.");
    }

    static Problem quotaReached(long most) {
        return new Problem(
                QUOTA,
                "It sent the " + most + " messages that a device may send in a day; no more are taken today.",
                "Have it send less, or start the hub with another --messages-per-day. It keeps what was not taken.");
    }
}
