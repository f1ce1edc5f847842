// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.live;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Does something soon after it was asked for: at once when it has rested, else when a beat is over. So a single event
/// is not delayed and a flood goes out in batches.
final class Pulse {
    private final ScheduledExecutorService thread;
    private final long beatNanos;
    private final Runnable work;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile long lastNanos;

    Pulse(ScheduledExecutorService thread, Duration beat, Runnable work) {
        this.thread = thread;
        this.beatNanos = beat.toNanos();
        this.work = work;
        this.lastNanos = System.nanoTime() - beatNanos;
    }

    void ask() {
        if (!thread.isShutdown() && asked.compareAndSet(false, true)) {
            long wait = Math.max(0, lastNanos + beatNanos - System.nanoTime());
            var _ = thread.schedule(this::beat, wait, TimeUnit.NANOSECONDS);
        }
    }

    private void beat() {
        asked.set(false);
        lastNanos = System.nanoTime();
        work.run();
    }
}
