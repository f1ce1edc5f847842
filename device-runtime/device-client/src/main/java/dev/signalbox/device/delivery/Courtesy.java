// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.delivery;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Lets answers that somebody waits for go before a message that would occupy the line for long: MQTT sends each
/// message
/// in one piece, and nothing can be said until it is through. Not for ever, or a program that is always at a method
/// would never send such a message. For the link's thread alone.
final class Courtesy {
    private static final long LONGEST_NANOS = Duration.ofSeconds(10).toNanos();

    private final BooleanSupplier answersOwed;
    private final LongSupplier nanos;
    private boolean waiting;
    private long since;

    /// @param answersOwed whether somebody waits for an answer that is not on its way yet
    Courtesy(BooleanSupplier answersOwed, LongSupplier nanos) {
        this.answersOwed = answersOwed;
        this.nanos = nanos;
    }

    /// Whether such a message is to go now.
    boolean lets() {
        if (!answersOwed.getAsBoolean()) {
            return true;
        }
        if (!waiting) {
            waiting = true;
            since = nanos.getAsLong();
        }
        return nanos.getAsLong() - since >= LONGEST_NANOS;
    }

    /// It goes: the next one is to wait anew.
    void went() {
        waiting = false;
    }
}
