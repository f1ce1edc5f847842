// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.api.Timer;
import java.time.Duration;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// A step's timers. They fire on the step's thread; any thread may make or close one. A late run is not made up for by
/// several at once.
public final class Timers {
    private final PriorityQueue<Entry> due = new PriorityQueue<>((a, b) -> Long.signum(a.atNanos - b.atNanos));
    private final Runnable wake;
    private boolean closed;

    /// @param wake is called when a timer was made, from the thread that made it
    public Timers(Runnable wake) {
        this.wake = wake;
    }

    /// Throws IllegalArgumentException for a period of zero or less.
    public Timer every(Duration period, Runnable task) {
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("A timer needs a period above zero");
        }
        return add(new Entry(period.toNanos(), task), period);
    }

    /// Once.
    public Timer after(Duration delay, Runnable task) {
        return add(new Entry(0, task), delay);
    }

    private Timer add(Entry entry, Duration delay) {
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("This run of the service has ended");
            }
            entry.atNanos = System.nanoTime() + Math.max(0, delay.toNanos());
            due.add(entry);
        }
        wake.run();
        return () -> close(entry);
    }

    private synchronized void close(Entry entry) {
        entry.closed = true;
        due.remove(entry);
    }

    /// For good.
    public synchronized void closeAll() {
        closed = true;
        due.forEach(entry -> entry.closed = true);
        due.clear();
    }

    /// How long until the next one is due; at most the given time.
    public synchronized long nanosToNext(long most) {
        Entry next = due.peek();
        return next == null ? most : Math.clamp(next.atNanos - System.nanoTime(), 0, most);
    }

    /// Takes the next task that is due, if any, and sets its next time.
    public synchronized @Nullable Runnable takeDue() {
        Entry next = due.peek();
        if (next == null) {
            return null;
        }
        long now = System.nanoTime();
        if (next.atNanos - now > 0) {
            return null;
        }
        due.remove();
        if (next.periodNanos > 0) {
            next.atNanos = Math.max(next.atNanos + next.periodNanos, now - next.periodNanos);
            due.add(next);
        }
        return next.task;
    }

    private static final class Entry {
        private final long periodNanos;
        private final Runnable task;
        private long atNanos;
        private boolean closed;

        Entry(long periodNanos, Runnable task) {
            this.periodNanos = periodNanos;
            this.task = task;
        }

        @Override
        public String toString() {
            return closed ? "closed" : "every " + periodNanos + " ns";
        }
    }
}
