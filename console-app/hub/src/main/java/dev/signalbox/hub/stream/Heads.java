// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.stream.StreamReader.Watching;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys that come next, as they are committed, and who waits for them. For all threads.
final class Heads {
    private static final Logger LOG = LoggerFactory.getLogger("hub");

    private final Map<Long, Long> next;
    private final Map<Long, Set<Waiter>> waiters = new ConcurrentHashMap<>();

    Heads(Map<Long, Long> next) {
        this.next = new ConcurrentHashMap<>(next);
    }

    /// A class and no record, because two may wait for the same.
    private static final class Waiter {
        private final long key;
        private final Runnable told;

        Waiter(long key, Runnable told) {
            this.key = key;
            this.told = told;
        }
    }

    long next(long channel) {
        return next.getOrDefault(channel, 0L);
    }

    /// Tells all who wait for keys before these.
    void moved(Map<Long, Long> heads) {
        heads.forEach((channel, head) -> {
            next.merge(channel, head, Math::max);
            waiters.getOrDefault(channel, Set.of()).forEach(waiter -> tellIfDue(channel, waiter));
        });
    }

    Watching watch(long channel, long key, Runnable told) {
        var waiter = new Waiter(key, told);
        waiters.compute(channel, (_, others) -> {
            Set<Waiter> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(waiter);
            return all;
        });
        tellIfDue(channel, waiter);
        return () -> leave(channel, waiter);
    }

    private void tellIfDue(long channel, Waiter waiter) {
        if (waiter.key < next(channel) && leave(channel, waiter)) {
            try {
                waiter.told.run();
            } catch (RuntimeException itsOwn) {
                LOG.warn("Somebody who waits for messages failed.", itsOwn);
            }
        }
    }

    /// Whether it was still waiting.
    private boolean leave(long channel, Waiter waiter) {
        var was = new boolean[1];
        waiters.computeIfPresent(channel, (_, all) -> {
            was[0] = all.remove(waiter);
            return all.isEmpty() ? null : all;
        });
        return was[0];
    }
}
