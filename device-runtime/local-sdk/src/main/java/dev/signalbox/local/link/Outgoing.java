// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.link;

import dev.signalbox.local.buffer.Buffer;
import dev.signalbox.local.message.DisconnectedSdkException;
import dev.signalbox.local.message.InvalidAgentVersionException;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What is to be written next, and whether anything may be. Safe for use by many threads.
///
/// Linked is an app whose agent said what it is, or said nothing for a second. Before that nothing but the greeting is
/// written.
final class Outgoing {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);
    /// A node of ours that is slow to speak must not be taken for one that gives no receipts.
    private static final long PATIENCE_FOR_RECEIPTS_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int MOST_URGENT = 1000;

    private final String app;
    private final Buffer buffer;
    private final Runnable onLinked;
    private final ArrayDeque<Urgent> urgent = new ArrayDeque<>();
    private @Nullable Connection connection;
    private Handshake handshake = Handshake.UNSAID;
    private long attachedAt;
    private boolean linked;
    private boolean closed;

    /// @param onLinked is called when the app becomes linked; must not block
    Outgoing(String app, Buffer buffer, Runnable onLinked) {
        this.app = app;
        this.buffer = buffer;
        this.onLinked = onLinked;
    }

    /// One thing to write.
    ///
    /// @param message null when it is the urgent one
    record Next(
            Connection to,
            Buffer.@Nullable Waiting message,
            @Nullable Urgent urgent,
            boolean receipts) {}

    /// Waits for something to write; null once all is over.
    synchronized @Nullable Next take() throws InterruptedException {
        while (!closed) {
            Next next = next();
            if (next != null) {
                return next;
            }
            if (connection == null) {
                wait();
            } else if (!linked) {
                awaitLinked();
            } else if (nanosHeldBack() > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, nanosHeldBack());
            } else {
                wait();
            }
        }
        return null;
    }

    private @Nullable Next next() {
        Connection to = connection;
        if (to == null || !linked) {
            return null;
        }
        Urgent first = urgent.pollFirst();
        if (first != null) {
            return new Next(to, null, first, false);
        }
        if (nanosHeldBack() > 0) {
            return null;
        }
        Buffer.Waiting message = buffer.next();
        return message == null ? null : new Next(to, message, null, handshake.receipts());
    }

    /// How long messages wait yet for an agent that has said nothing; calls do not.
    private long nanosHeldBack() {
        return buffer.wantsReceipts() && handshake.version().isEmpty()
                ? attachedAt + PATIENCE_FOR_RECEIPTS_NANOS - System.nanoTime()
                : 0;
    }

    private void awaitLinked() throws InterruptedException {
        long left = attachedAt + PATIENCE_NANOS - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        } else {
            link();
        }
    }

    synchronized void attached(Connection to) {
        connection = to;
        attachedAt = System.nanoTime();
        notifyAll();
    }

    synchronized void introduced(Handshake said) {
        handshake = said;
        notifyAll();
        if (!linked && connection != null) {
            link();
        }
    }

    private void link() {
        linked = true;
        onLinked.run();
        notifyAll();
    }

    /// Whether it was linked.
    synchronized boolean detached() {
        boolean was = linked;
        connection = null;
        linked = false;
        handshake = Handshake.UNSAID;
        urgent.forEach(one -> one.written().completeExceptionally(new DisconnectedSdkException(app)));
        urgent.clear();
        buffer.again();
        return was;
    }

    /// There may be something new to write.
    synchronized void wake() {
        notifyAll();
    }

    /// Puts a call before all messages; throws when the agent at the other end cannot take it.
    synchronized Urgent call(byte[] line) {
        if (!linked || closed) {
            throw new DisconnectedSdkException(app);
        }
        if (!handshake.takesCalls()) {
            throw new InvalidAgentVersionException(handshake.version());
        }
        return add(line);
    }

    /// The same for what any agent takes; null when there is none, or too much waits already.
    synchronized @Nullable Urgent say(byte[] line) {
        return !linked || closed || urgent.size() >= MOST_URGENT ? null : add(line);
    }

    private Urgent add(byte[] line) {
        var one = new Urgent(line);
        urgent.addLast(one);
        notifyAll();
        return one;
    }

    synchronized boolean isLinked() {
        return linked;
    }

    synchronized void close() {
        closed = true;
        Connection open = connection;
        if (open != null) {
            open.close();
        }
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /// Waits so long before another attempt; shorter when all is over.
    synchronized void pause(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = end - System.nanoTime(); left > 0 && !closed; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
