// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import java.util.function.LongSupplier;

/// Lets a few rounds go at once, and then so many a second, for each needs the disk that messages are acknowledged by.
/// For one thread.
final class Pace {
    private static final long BETWEEN_NANOS = 100_000_000;
    private static final long AT_ONCE = 10;

    private final LongSupplier nanos;
    /// When the next round would begin if none had ever been let go early.
    private long due;

    Pace(LongSupplier nanos) {
        this.nanos = nanos;
        this.due = nanos.getAsLong();
    }

    /// How long the next round must wait.
    long nanosToWait() {
        return Math.max(0, due - nanos.getAsLong() - (AT_ONCE - 1) * BETWEEN_NANOS);
    }

    /// A round begins.
    void begins() {
        due = Math.max(due, nanos.getAsLong()) + BETWEEN_NANOS;
    }
}
