// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import java.util.concurrent.locks.LockSupport;

/// How one who takes from a mailbox waits for the next messages. To be woken costs as much as ten messages, and so does
/// yielding to others for each. So who takes from a stream of them sleeps a moment, and finds several. Touched by the
/// taker only; nothing depends on it but time.
final class Pace {
    private static final long MOMENT_NANOS = 50_000;
    private static final int STREAM = 8;
    private static final int WORTH_IT = 4;

    private long lastTook = System.nanoTime() - MOMENT_NANOS;
    private int inARow;
    private boolean slept;

    /// The mailbox is empty: lets others fill it, for a moment at most.
    ///
    /// @param nanos for which the taker has time
    @SuppressWarnings("ThreadPriorityCheck")
    void giveWay(long nanos) {
        slept = inARow >= STREAM && nanos >= MOMENT_NANOS;
        if (slept) {
            LockSupport.parkNanos(this, MOMENT_NANOS);
        } else {
            Thread.yield();
        }
    }

    /// So many were there in the end.
    void took(int items) {
        long now = System.nanoTime();
        boolean stream = slept ? items >= WORTH_IT : now - lastTook < MOMENT_NANOS;
        inARow = stream ? inARow + 1 : 0;
        slept = false;
        lastTook = now;
    }
}
