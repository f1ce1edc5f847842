// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Tells how much time has passed for messages that wait, in milliseconds.
///
/// While the program runs nobody can set it. Over a time in which it did not run it goes forward as far as the device's
/// calendar did, and never back. A calendar that stands before 2026 was never set, as on a machine without a battery
/// that has not heard the time yet: it tells nothing, or all that waits would be too old once the time is known.
public final class AgeClock {
    private static final long EARLIEST = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    private final LongSupplier monotonic;
    private final LongSupplier calendar;
    private final long begin;
    private long base;
    private long noted;

    /// @param monotonic milliseconds that only grow
    /// @param calendar milliseconds of the device's calendar
    public AgeClock(LongSupplier monotonic, LongSupplier calendar) {
        this.monotonic = monotonic;
        this.calendar = calendar;
        this.begin = monotonic.getAsLong();
    }

    /// By the machine's clocks.
    public static AgeClock ofMachine() {
        return new AgeClock(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()), System::currentTimeMillis);
    }

    /// Goes on from what was noted when the program last ran; before the first `now`.
    public void continueFrom(long ageThen, long wallThen) {
        long wallNow = calendar.getAsLong();
        boolean tells = isSet(wallThen) && isSet(wallNow);
        base = ageThen + (tells ? Math.max(0, wallNow - wallThen) : 0);
        noted = isSet(wallThen) ? wallThen : 0;
    }

    private static boolean isSet(long wall) {
        return wall >= EARLIEST;
    }

    public long now() {
        return base + passed();
    }

    private long passed() {
        return monotonic.getAsLong() - begin;
    }

    /// The device's calendar, to be noted beside `now`. While it is not set, the time that was noted before and what
    /// passed since; 0 for never.
    public long wall() {
        long wallNow = calendar.getAsLong();
        if (isSet(wallNow)) {
            return wallNow;
        }
        return noted == 0 ? 0 : noted + passed();
    }
}
