// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Tells how much time has passed for messages that wait, in milliseconds.
///
/// While the program runs nobody can set it. Over a time in which it did not run it goes forward as far as the device's
/// wall clock did, and never back.
public final class AgeClock {
    private final LongSupplier monotonic;
    private final LongSupplier wall;
    private final long begin;
    private long base;

    /// @param monotonic milliseconds that only grow
    /// @param wall milliseconds of the device's calendar
    public AgeClock(LongSupplier monotonic, LongSupplier wall) {
        this.monotonic = monotonic;
        this.wall = wall;
        this.begin = monotonic.getAsLong();
    }

    /// By the machine's clocks.
    public static AgeClock ofMachine() {
        return new AgeClock(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()), System::currentTimeMillis);
    }

    /// Goes on from what was noted when the program last ran; before the first `now`.
    public void continueFrom(long ageThen, long wallThen) {
        base = ageThen + (wallThen == 0 ? 0 : Math.max(0, wall.getAsLong() - wallThen));
    }

    public long now() {
        return base + monotonic.getAsLong() - begin;
    }

    /// The device's calendar, to be noted beside `now`.
    public long wall() {
        return wall.getAsLong();
    }
}
