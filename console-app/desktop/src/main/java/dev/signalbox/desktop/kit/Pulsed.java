// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import dev.signalbox.protocol.report.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Slow work on virtual threads, results on the FX thread.
final class Pulsed implements OnFx {
    private final Executor fxThread;
    private final Set<Thread> working = ConcurrentHashMap.newKeySet();

    Pulsed(Executor fxThread) {
        this.fxThread = fxThread;
    }

    @Override
    public <T> void fetch(Callable<T> work, Consumer<T> show, Consumer<Problem> explain) {
        Thread worker = Thread.ofVirtual().name("fetch").unstarted(() -> {
            try {
                T result = work.call();
                fxThread.execute(() -> show.accept(result));
            } catch (Exception | LinkageError failed) {
                Problem problem = Failures.explain(failed);
                fxThread.execute(() -> explain.accept(problem));
            } finally {
                working.remove(Thread.currentThread());
            }
        });
        working.add(worker);
        worker.start();
    }

    @Override
    public void finish(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            for (Thread worker : working) {
                worker.join(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public <T> Consumer<List<T>> batched(Consumer<List<T>> show) {
        return new Batches<>(fxThread, show);
    }

    @Override
    public void later(Runnable action) {
        fxThread.execute(action);
    }

    @Override
    public void after(Duration pause, Runnable action) {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, fxThread)
                .execute(action);
    }
}
