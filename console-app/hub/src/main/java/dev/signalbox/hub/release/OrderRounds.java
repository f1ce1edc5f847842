// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.release;

import dev.signalbox.protocol.codec.ProblemException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the orders of all devices up to date, some at a time, on a thread of its own: they may be a million, and
/// nobody else shall wait for all of them. A hub that was stopped in the middle begins another round when it starts.
public final class OrderRounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("hub");
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

    private final Orders orders;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("orders").daemon(true).factory());

    public OrderRounds(Orders orders) {
        this.orders = orders;
    }

    /// Begins a round through all devices. The future ends with it.
    public CompletableFuture<Void> begin() {
        return beginAfter(Optional.of(""));
    }

    /// Begins a round through those after one.
    ///
    /// @param last its id; empty if none is after it
    CompletableFuture<Void> beginAfter(Optional<String> last) {
        var done = new CompletableFuture<Void>();
        next(last, done, Duration.ZERO);
        return done;
    }

    private void next(Optional<String> after, CompletableFuture<Void> done, Duration pause) {
        if (after.isEmpty()) {
            done.complete(null);
            return;
        }
        try {
            var _ = thread.schedule(() -> goOn(after.get(), done), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            done.cancel(false);
        }
    }

    private void goOn(String after, CompletableFuture<Void> done) {
        try {
            next(orders.renewSome(after), done, Duration.ZERO);
        } catch (ProblemException storeAtFault) {
            if (!thread.isShutdown()) {
                LOG.warn("Nodes wait for their orders. {}", storeAtFault.problem());
            }
            next(Optional.of(after), done, AFTER_TROUBLE);
        } catch (RuntimeException unexpected) {
            done.completeExceptionally(unexpected);
            LOG.error("Orders could not be brought up to date", unexpected);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
