// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import java.util.ArrayDeque;

/// How often a step died of late, and how long to wait before it starts again. Times are monotonic.
final class Deaths {
    static final int MOST = 3;

    private static final long WINDOW_NANOS = 60_000_000_000L;
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    private final ArrayDeque<Long> times = new ArrayDeque<>();
    private long pause = FIRST_PAUSE_MILLIS;

    /// Counts one more.
    void add(long nowNanos) {
        while (!times.isEmpty() && nowNanos - times.getFirst() > WINDOW_NANOS) {
            times.removeFirst();
        }
        if (times.isEmpty()) {
            pause = FIRST_PAUSE_MILLIS;
        }
        times.addLast(nowNanos);
    }

    boolean tooMany() {
        return times.size() >= MOST;
    }

    long nextPauseMillis() {
        long now = pause;
        pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        return now;
    }
}
