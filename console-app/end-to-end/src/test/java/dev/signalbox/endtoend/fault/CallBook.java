// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// What became of each direct method call: told by the device that executed it, and by the back end that made it.
final class CallBook {
    /// How a call ended for the back end.
    enum Ended {
        ANSWERED,
        NOT_ONLINE,
        TIMED_OUT
    }

    private final Map<String, Integer> executed = new ConcurrentHashMap<>();
    private final Map<Ended, AtomicInteger> endings = new EnumMap<>(Ended.class);
    private final AtomicInteger ended = new AtomicInteger();

    CallBook() {
        for (Ended how : Ended.values()) {
            endings.put(how, new AtomicInteger());
        }
    }

    void executed(String call) {
        executed.merge(call, 1, Integer::sum);
    }

    void ended(Ended how) {
        endings.getOrDefault(how, ended).incrementAndGet();
        ended.incrementAndGet();
    }

    boolean isExecuted(String call) {
        return executed.containsKey(call);
    }

    int endings() {
        return ended.get();
    }

    int endings(Ended how) {
        return endings.getOrDefault(how, ended).get();
    }

    List<String> executedTwice() {
        return executed.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }
}
