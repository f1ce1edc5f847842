// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// What devices know for certain: which of their messages the hub took, and what they were made to do. Kept outside of
/// the hub's process.
final class Ledger {
    /// What one device was asked to do once.
    record Errand(String job, String device) {}

    private final Map<String, Set<Integer>> acknowledged = new ConcurrentHashMap<>();
    private final Map<Errand, Integer> executed = new ConcurrentHashMap<>();
    private final AtomicInteger acknowledgements = new AtomicInteger();
    private final AtomicInteger executions = new AtomicInteger();

    void acknowledged(String device, int number) {
        acknowledged.computeIfAbsent(device, _ -> ConcurrentHashMap.newKeySet()).add(number);
        acknowledgements.incrementAndGet();
    }

    void executed(String job, String device) {
        executed.merge(new Errand(job, device), 1, Integer::sum);
        executions.incrementAndGet();
    }

    int acknowledgements() {
        return acknowledgements.get();
    }

    int executions() {
        return executions.get();
    }

    Set<Integer> acknowledgedOf(String device) {
        return acknowledged.getOrDefault(device, Set.of());
    }

    /// How often each was executed.
    Map<Errand, Integer> executed() {
        return executed;
    }
}
