// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.delivery;

import dev.signalbox.device.outbox.Batch;
import dev.signalbox.device.outbox.Outbox;
import dev.signalbox.device.outbox.Queued;
import dev.signalbox.protocol.codec.ProblemException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The messages of one priority in their order, read ahead a little. For the link's thread alone.
final class Feed {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final int AHEAD = 64;
    private static final long READ_AGAIN_NANOS = Duration.ofSeconds(10).toNanos();

    private final Outbox outbox;
    private final int lane;
    private final ArrayDeque<Queued> ready = new ArrayDeque<>();
    private final TreeSet<Long> unacknowledged = new TreeSet<>();
    private long read;
    private long displacements;
    private long unreadableSince;
    private boolean unreadable;

    Feed(Outbox outbox, int lane) {
        this.outbox = outbox;
        this.lane = lane;
    }

    /// The next one to send, which counts as sent from here on.
    Optional<Queued> next() {
        dropDisplaced();
        if (ready.isEmpty() && mayRead()) {
            refill();
        }
        Optional<Queued> next = Optional.ofNullable(ready.poll());
        next.ifPresent(message -> unacknowledged.add(message.ticket().place()));
        return next;
    }

    void acknowledged(Queued message) {
        unacknowledged.remove(message.ticket().place());
    }

    int inFlight() {
        return unacknowledged.size();
    }

    /// Begins again at the oldest that was not acknowledged.
    void lost() {
        if (!unacknowledged.isEmpty()) {
            read = unacknowledged.first() - 1;
        } else if (!ready.isEmpty()) {
            read = ready.element().ticket().place() - 1;
        }
        unacknowledged.clear();
        ready.clear();
    }

    private void dropDisplaced() {
        long now = outbox.displacements();
        if (now != displacements && !ready.isEmpty()) {
            read = ready.element().ticket().place() - 1;
            ready.clear();
        }
        displacements = now;
    }

    private void refill() {
        try {
            Batch batch = outbox.after(lane, read, AHEAD);
            ready.addAll(batch.messages());
            read = batch.upTo();
            unreadable = false;
        } catch (ProblemException failed) {
            unreadable = true;
            unreadableSince = System.nanoTime();
            LOG.error("{}", failed.problem());
        }
    }

    private boolean mayRead() {
        return !unreadable || System.nanoTime() - unreadableSince > READ_AGAIN_NANOS;
    }
}
