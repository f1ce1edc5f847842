// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// How many devices may be asked now: so many in a second, and never more than a few at once. For one thread.
final class Rate {
    private final int perSecond;
    private final int atOnce;
    private final LongSupplier nanos;
    private double left;
    private long last;

    /// @param nanos a monotonic clock
    Rate(int perSecond, int atOnce, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.atOnce = atOnce;
        this.nanos = nanos;
        this.left = atOnce;
        this.last = nanos.getAsLong();
    }

    int allowed() {
        long now = nanos.getAsLong();
        left = Math.min(atOnce, left + (double) (now - last) * perSecond / TimeUnit.SECONDS.toNanos(1));
        last = now;
        return (int) left;
    }

    /// How long until as many may be asked as at most at once.
    Duration untilFull() {
        return Duration.ofNanos((long) ((atOnce - allowed()) * (double) TimeUnit.SECONDS.toNanos(1) / perSecond));
    }

    void used(int devices) {
        left -= devices;
    }
}
