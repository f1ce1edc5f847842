// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.stream.Counts.Count;
import dev.signalbox.operator.stream.StreamRate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/// How busy each stream is. For all threads.
public final class Rates {
    private static final long SECOND = 1_000_000_000;
    private static final int SECONDS = 5;

    private final LongSupplier nanos;
    private final Map<Long, Count> sinceStart = new HashMap<>();
    private final Deque<Slot> slots = new ArrayDeque<>();

    /// What came in one second.
    private record Slot(long second, Map<Long, Count> counts) {}

    /// @param nanos a clock that only goes forward
    Rates(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void count(Map<Long, Count> more) {
        long second = nanos.getAsLong() / SECOND;
        if (slots.isEmpty() || slots.getLast().second != second) {
            slots.add(new Slot(second, new HashMap<>()));
        }
        forget(second);
        more.forEach((channel, count) -> {
            slots.getLast().counts.merge(channel, count, Count::plus);
            sinceStart.merge(channel, count, Count::plus);
        });
    }

    private void forget(long second) {
        while (!slots.isEmpty() && slots.getFirst().second < second - SECONDS) {
            slots.removeFirst();
        }
    }

    /// Of streams that got anything since the hub started, by number.
    public synchronized List<StreamRate> now() {
        long second = nanos.getAsLong() / SECOND;
        forget(second);
        var recent = new HashMap<Long, Count>();
        // the second that is running would make every rate too low
        slots.stream()
                .filter(slot -> slot.second < second)
                .forEach(slot -> slot.counts.forEach((channel, count) -> recent.merge(channel, count, Count::plus)));
        return sinceStart.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> rate(entry.getKey(), entry.getValue(), recent.getOrDefault(entry.getKey(), Count.ZERO)))
                .toList();
    }

    private static StreamRate rate(long channel, Count all, Count recent) {
        return new StreamRate(
                channel,
                (double) recent.messages() / SECONDS,
                (double) recent.bytes() / SECONDS,
                all.repeated(),
                all.dead());
    }
}
