// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The one thread on which releases change. It outlives whatever a task throws, and says it.
final class SwapThread implements AutoCloseable {
    private static final int LAST_SECONDS = 2;

    private final Consumer<Problem> complaints;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("swap").factory());

    SwapThread(Consumer<Problem> complaints) {
        this.complaints = complaints;
    }

    /// Where it says what goes wrong.
    Consumer<Problem> complaints() {
        return complaints;
    }

    /// After all that was asked before.
    void run(Runnable task) {
        var _ = after(0, task);
    }

    /// The same for what has an answer. Fails with a ProblemException; never ends once the thread is
    /// closed.
    <T> CompletableFuture<T> ask(Supplier<T> question) {
        var answer = new CompletableFuture<T>();
        run(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException | LinkageError | VirtualMachineError broken) {
                answer.completeExceptionally(new ProblemException(SwapProblems.of(broken)));
            }
        });
        return answer;
    }

    /// Not at all once the thread is closed.
    Future<?> after(long millis, Runnable task) {
        try {
            return thread.schedule(() -> guarded(task), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ending) {
            return new FutureTask<>(task, null);
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | LinkageError | VirtualMachineError broken) {
            complaints.accept(SwapProblems.of(broken));
        }
    }

    /// What it is at is interrupted, and has a little time to let go of the disk.
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            var _ = thread.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
