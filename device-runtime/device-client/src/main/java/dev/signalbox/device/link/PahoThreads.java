// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Gives the MQTT client virtual threads in place of four platform threads, and spares it its naps.
///
/// While connecting, Paho starts three loops and looks every 100 ms whether each runs, which makes a connect cost
/// 300 ms. The thread that connects is ours, so we wake it from those naps until it is done.
final class PahoThreads extends ScheduledThreadPoolExecutor {
    private static final long NAPS_END_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    private static final ThreadFactory VIRTUAL =
            Thread.ofVirtual().name("signalbox-mqtt-", 0).factory();

    PahoThreads() {
        super(1, VIRTUAL);
        setRemoveOnCancelPolicy(true);
    }

    @Override
    public void execute(Runnable task) {
        VIRTUAL.newThread(task).start();
    }

    @Override
    public Future<?> submit(Runnable task) {
        var future = new FutureTask<Void>(task, null);
        Thread connecting = Thread.currentThread();
        VIRTUAL.newThread(future).start();
        VIRTUAL.newThread(() -> keepAwake(connecting)).start();
        return future;
    }

    @Override
    public <T> Future<T> submit(Callable<T> task) {
        var future = new FutureTask<T>(task);
        VIRTUAL.newThread(future).start();
        return future;
    }

    private static void keepAwake(Thread connecting) {
        long end = System.nanoTime() + NAPS_END_NANOS;
        while (connecting.isAlive() && System.nanoTime() < end) {
            if (connecting.getState() == Thread.State.TIMED_WAITING) {
                connecting.interrupt();
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
