// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.tryout;

import dev.signalbox.api.Timer;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The one thread on which a service that is tried does all it does, its timers too.
final class TryThread {
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("service").factory());
    private final AtomicReference<@Nullable Throwable> thrownByTimer = new AtomicReference<>();
    private final Duration patience;
    private volatile int message;

    /// @param patience how long it may be at one thing
    TryThread(Duration patience) {
        this.patience = patience;
    }

    /// Number of the message it is at; 0 for none.
    int message() {
        return message;
    }

    /// Does it and waits. Throws ExecutionException with what the author's code or a timer of it threw, and
    /// TimeoutException.
    ///
    /// @param number of the message this is about; 0 for none
    void run(int number, Callable<?> work) throws ExecutionException, TimeoutException, InterruptedException {
        Future<?> done = executor.submit(() -> {
            message = number;
            try {
                return work.call();
            } finally {
                message = 0;
            }
        });
        done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        Throwable thrown = thrownByTimer.get();
        if (thrown != null) {
            throw new ExecutionException(thrown);
        }
    }

    Timer every(Duration period, Runnable task) {
        return timer(
                executor.scheduleAtFixedRate(guarded(task), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS));
    }

    Timer after(Duration delay, Runnable task) {
        return timer(executor.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS));
    }

    private static Timer timer(Future<?> scheduled) {
        return () -> scheduled.cancel(false);
    }

    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (Throwable thrown) {
                thrownByTimer.compareAndSet(null, thrown);
            }
        };
    }
}
