// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.twin;

import dev.signalbox.device.inbox.Pauses;
import dev.signalbox.device.message.DesiredProperties;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives the program the newest desired properties on a thread of its own: those that became old while it was at others
/// are left out, and those with which it failed come again, after growing pauses, until there are newer ones.
final class DesiredHandover implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DesiredHandover.class);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final DesiredState.Handler handler;
    private final Pauses pauses;
    private final AtomicReference<@Nullable DesiredProperties> newest = new AtomicReference<>();
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread =
            Thread.ofPlatform().name("signalbox-desired").daemon().unstarted(this::run);
    private volatile boolean closing;

    DesiredHandover(DesiredState.Handler handler, Pauses pauses) {
        this.handler = handler;
        this.pauses = pauses;
    }

    void start() {
        thread.start();
    }

    /// From any thread.
    void offer(DesiredProperties fresh) {
        newest.set(fresh);
        woken.release();
    }

    private void run() {
        try {
            while (!closing) {
                woken.acquire();
                DesiredProperties next = newest.getAndSet(null);
                if (next != null) {
                    untilHandled(next);
                }
            }
        } catch (InterruptedException closed) {
            LOG.debug("The desired properties are handed over no more");
        }
    }

    private void untilHandled(DesiredProperties desired) throws InterruptedException {
        for (int attempts = 1; !closing && newest.get() == null && !isHandled(desired, attempts); attempts++) {
            var unused = woken.tryAcquire(pauses.after(attempts).toNanos(), TimeUnit.NANOSECONDS);
        }
        woken.release();
    }

    private boolean isHandled(DesiredProperties desired, int attempt) throws InterruptedException {
        try {
            handler.handle(
                    new DesiredProperties(desired.version(), desired.values().deepCopy()));
            return true;
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Throwable failed) {
            LOG.warn("The program failed with desired properties {}, attempt {}", desired.version(), attempt, failed);
            return false;
        }
    }

    /// Ends; a program that does not return within two seconds is interrupted.
    @Override
    public void close() {
        closing = true;
        woken.release();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(FAREWELL.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
