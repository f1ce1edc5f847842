// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.report.AppReport;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.ReleaseState;
import dev.signalbox.protocol.report.StepReport;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Tells the hub what this node runs, whole, at most every 50 ms. May be called from any thread.
final class Reporter implements AutoCloseable {
    private static final long PAUSE_MILLIS = 50;

    private final Supplier<List<StepReport>> steps;
    private final Supplier<List<AppReport>> apps;
    private final LongSupplier waiting;
    private final Consumer<byte[]> sender;
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .group(Thread.currentThread().getThreadGroup())
            .daemon()
            .name("report")
            .factory());
    private volatile Stand stand = new Stand(0, 0, ReleaseState.SETTLED, Optional.empty());

    Reporter(
            Supplier<List<StepReport>> steps,
            Supplier<List<AppReport>> apps,
            LongSupplier waiting,
            Consumer<byte[]> sender) {
        this.steps = steps;
        this.apps = apps;
        this.waiting = waiting;
        this.sender = sender;
    }

    private record Stand(long running, long ordered, ReleaseState state, Optional<Problem> problem) {}

    void stands(long running, long ordered, ReleaseState state, Optional<Problem> problem) {
        stand = new Stand(running, ordered, state, problem);
        changed();
    }

    void changed() {
        if (due.compareAndSet(false, true)) {
            try {
                var _ = thread.schedule(this::send, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException ending) {
                due.set(false);
            }
        }
    }

    private void send() {
        due.set(false);
        Stand now = stand;
        var report = new NodeReport(
                NodeProgram.VERSION,
                now.running(),
                now.ordered(),
                now.state(),
                now.problem(),
                steps.get(),
                waiting.getAsLong(),
                apps.get());
        sender.accept(Json.write(report));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
