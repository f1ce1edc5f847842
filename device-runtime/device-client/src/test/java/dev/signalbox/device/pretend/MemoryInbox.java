// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.pretend;

import dev.signalbox.device.inbox.InboxStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// An inbox without a disk, which may be told to fail like one.
public final class MemoryInbox implements InboxStore {
    private static final Comparator<Arrival> ORDER = Comparator.<Arrival>comparingInt(
                    message -> message.attempts() < GIVES_WAY_AFTER ? 0 : message.attempts())
            .thenComparingLong(Arrival::id);

    private final List<Arrival> messages = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private long last;

    /// Takes nothing, and lets nothing go.
    public volatile boolean full;

    @Override
    public synchronized CompletableFuture<Void> keep(String messageId, byte[] bag, byte[] payload) {
        if (full) {
            return failed();
        }
        if (messageId.isEmpty() || seen.add(messageId)) {
            messages.add(new Arrival(++last, bag, payload, 0));
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized List<Arrival> waiting(int most) {
        return messages.stream().sorted(ORDER).limit(most).toList();
    }

    @Override
    public synchronized void attempted(long id) {
        messages.replaceAll(message -> message.id() == id
                ? new Arrival(id, message.bag(), message.payload(), message.attempts() + 1)
                : message);
    }

    @Override
    public synchronized CompletableFuture<Void> handled(long id) {
        if (full) {
            return failed();
        }
        messages.removeIf(message -> message.id() == id);
        return CompletableFuture.completedFuture(null);
    }

    private static CompletableFuture<Void> failed() {
        return CompletableFuture.failedFuture(new IllegalStateException("the disk is full"));
    }
}
