// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that moves when it is told to.
public final class WoundClock extends Clock {
    private volatile Instant now;

    /// Begins with the present time.
    public WoundClock() {
        this(Instant.now());
    }

    public WoundClock(Instant begin) {
        now = begin;
    }

    public void add(Duration time) {
        now = now.plus(time);
    }

    public void set(Instant time) {
        now = time;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
