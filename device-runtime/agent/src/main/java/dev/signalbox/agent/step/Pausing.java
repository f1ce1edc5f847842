// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Keeps a step from going on while an operator looks at it, and lets one thing after the other through as it is asked
/// for: a message, or a timer that is due. A pause that is forgotten ends by itself. The step's thread holds; any other
/// asks, and has to wake it then.
final class Pausing {
    /// After the last that an operator asked for.
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int MOST_ALLOWED = 1_000;
    private static final long NOT = 0;

    private final long longestNanos;
    private final AtomicInteger allowed = new AtomicInteger();
    /// When the pause ends, by the clock of `System.nanoTime`.
    private volatile long until = NOT;

    Pausing() {
        this(LONGEST);
    }

    /// @param longest after so long without a word a pause ends by itself
    Pausing(Duration longest) {
        longestNanos = longest.toNanos();
    }

    /// The step stands still after what it is doing.
    void pause() {
        allowed.set(0);
        until = end();
    }

    private long end() {
        return (System.nanoTime() + longestNanos) | 1;
    }

    /// One thing more is let through, now or when it comes.
    void allowOne() {
        allowed.updateAndGet(known -> Math.min(known + 1, MOST_ALLOWED));
        until = end();
    }

    void resume() {
        until = NOT;
    }

    boolean isOn() {
        long end = until;
        return end != NOT && end - System.nanoTime() > 0;
    }

    /// Whether the step's thread is to do nothing now.
    boolean holds() {
        return isOn() && allowed.get() == 0;
    }

    /// Something was done that may have been let through.
    void didOne() {
        if (until != NOT) {
            allowed.updateAndGet(known -> Math.max(0, known - 1));
        }
    }

    /// Waits until it is woken, or the pause ends by itself. On the step's thread.
    void hold() {
        LockSupport.parkNanos(this, Math.max(1, until - System.nanoTime()));
        var _ = Thread.interrupted();
    }
}
