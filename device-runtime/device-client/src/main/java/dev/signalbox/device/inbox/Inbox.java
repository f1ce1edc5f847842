// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.inbox;

import dev.signalbox.device.inbox.InboxStore.Arrival;
import dev.signalbox.device.message.CloudMessage;
import dev.signalbox.protocol.codec.PropertyBags;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives the program the messages from the cloud, one after the other on a thread of its own, and forgets each after
/// the program has returned. One with which it failed it is given again, after growing pauses; so it is with one that a
/// crash interrupted. Those on the disk are handed over without a network.
public final class Inbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final Duration UNREADABLE = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final int PAGE = 64;

    /// What the program does with a message. What it throws is logged.
    public interface Handler {
        void handle(CloudMessage message) throws Exception;
    }

    private final InboxStore store;
    private final Handler handler;
    private final Retries retries;
    private final Set<Long> finished = new HashSet<>();
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread =
            Thread.ofPlatform().name("signalbox-inbox").daemon().unstarted(this::run);
    private volatile boolean closing;

    public Inbox(InboxStore store, Handler handler, Pauses pauses) {
        this.store = store;
        this.handler = handler;
        this.retries = new Retries(pauses);
    }

    /// Begins to hand over; a second call does nothing.
    public synchronized void start() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    /// There is a new message in the store. Cheap, from any thread.
    public void wake() {
        woken.release();
    }

    private void run() {
        try {
            while (!closing) {
                woken.drainPermits();
                long wait = turn();
                if (wait > 0) {
                    var unused = woken.tryAcquire(wait, TimeUnit.NANOSECONDS);
                }
            }
        } catch (InterruptedException closed) {
            LOG.debug("The inbox ends");
        }
    }

    /// Hands over one message if there is one; how long to wait before the next, in nanoseconds.
    private long turn() throws InterruptedException {
        try {
            List<Arrival> waiting = store.waiting(1);
            if (!waiting.isEmpty() && retries.gaveWay(waiting.getFirst())) {
                waiting = store.waiting(PAGE);
            }
            if (waiting.isEmpty()) {
                return Long.MAX_VALUE;
            }
            Arrival next = retries.next(waiting);
            long wait = retries.nanosUntilDue(next);
            if (wait <= 0) {
                hand(next);
            }
            return wait;
        } catch (RuntimeException unreadable) {
            LOG.error("Messages from the cloud cannot be read from the disk for now", unreadable);
            return UNREADABLE.toNanos();
        }
    }

    private void hand(Arrival message) throws InterruptedException {
        if (finished.contains(message.id()) || isHandled(message)) {
            finished.add(message.id());
            forget(message);
        }
    }

    private boolean isHandled(Arrival message) throws InterruptedException {
        int attempt = retries.attempts(message) + 1;
        try {
            String bag = new String(message.bag(), StandardCharsets.UTF_8);
            handler.handle(new CloudMessage(message.payload(), PropertyBags.read(bag), attempt));
            return true;
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Throwable failed) {
            LOG.warn("The program failed with message {} from the cloud, attempt {}", message.id(), attempt, failed);
            retries.failed(message);
            store.attempted(message.id());
            return false;
        }
    }

    /// One that the disk does not let go is not handed over again while this program runs.
    private void forget(Arrival message) throws InterruptedException {
        try {
            store.handled(message.id()).get();
            finished.remove(message.id());
            retries.done(message);
        } catch (ExecutionException failed) {
            LOG.error("A handled message stays on the disk for now: {}", String.valueOf(failed.getCause()));
            retries.failed(message);
        }
    }

    /// Ends. A message that the program does not get done with within two seconds is handed over again next time.
    @Override
    public void close() {
        closing = true;
        wake();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(FAREWELL.toMillis());
            thread.interrupt();
        } catch (InterruptedException hurried) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
