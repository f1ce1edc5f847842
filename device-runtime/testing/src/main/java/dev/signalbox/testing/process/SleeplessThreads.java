// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.process;

import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The threads of an MQTT client of a test, which do not nap: while it connects and while it leaves, Paho looks every
/// 100 ms whether its loops run or have ended, three times each, and a thread here is woken from that.
///
/// A thread for each task; nothing is ever scheduled, so there is nothing to shut down.
public final class SleeplessThreads extends ScheduledThreadPoolExecutor {
    /// Paho takes one for all its clients.
    public static final SleeplessThreads ALL = new SleeplessThreads();

    private static final long AWAKE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private SleeplessThreads() {
        super(0);
    }

    /// What Paho does once: connect or leave.
    @Override
    public void execute(Runnable task) {
        Thread busy = Thread.ofPlatform().daemon().start(task);
        Thread.startVirtualThread(() -> keepAwake(busy));
    }

    /// Paho's loops.
    @Override
    public Future<?> submit(Runnable loop) {
        var future = new FutureTask<Void>(loop, null);
        Thread.ofPlatform().daemon().start(future);
        return future;
    }

    private static void keepAwake(Thread busy) {
        long end = System.nanoTime() + AWAKE_NANOS;
        while (busy.isAlive() && System.nanoTime() < end) {
            if (busy.getState() == Thread.State.TIMED_WAITING) {
                busy.interrupt();
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
