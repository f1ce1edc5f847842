// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.beat;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does the same work again and again on one thread: at once when poked, else after the pause the work asked for. When
/// it fails it is tried again.
public final class Beats implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("hub");
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

    private final Work work;
    private final Consumer<Problem> trouble;
    private final String name;
    private final ScheduledExecutorService thread;
    private final AtomicBoolean poked = new AtomicBoolean();
    private @Nullable Future<?> next;

    /// What is done at each beat.
    @FunctionalInterface
    public interface Work {
        /// Returns after which pause it wants to be done again.
        Duration once();
    }

    /// @param name of the thread
    /// @param trouble told of what is wrong with the store
    public Beats(String name, Work work, Consumer<Problem> trouble) {
        this.name = name;
        this.work = work;
        this.trouble = trouble;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon(true).factory());
    }

    /// There is something to do. However often this is said before it is done, it is done once.
    public void poke() {
        if (!thread.isShutdown() && poked.compareAndSet(false, true)) {
            thread.execute(this::beat);
        }
    }

    /// Waits for the piece of work in hand: what it reads and writes is closed next.
    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }

    private void beat() {
        poked.set(false);
        Duration pause;
        try {
            pause = work.once();
        } catch (ProblemException storeAtFault) {
            if (thread.isShutdown()) {
                return;
            }
            trouble.accept(storeAtFault.problem());
            pause = AFTER_TROUBLE;
        } catch (RuntimeException unexpected) {
            LOG.error("The work of {} failed in a way nobody expected", name, unexpected);
            pause = AFTER_TROUBLE;
        }
        sleep(pause);
    }

    private void sleep(Duration pause) {
        if (next != null) {
            next.cancel(false);
        }
        if (!thread.isShutdown()) {
            next = thread.schedule(this::beat, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
