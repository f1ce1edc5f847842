// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.inbox;

import dev.signalbox.device.inbox.InboxStore.Arrival;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which message comes next, and when, if the program failed with some. After a start all are due at once. Used by the
/// inbox's thread alone.
final class Retries {
    private record Failure(int attempts, long dueAt) {}

    private final Map<Long, Failure> failures = new HashMap<>();
    private final Pauses pauses;
    private final Comparator<Arrival> turns = Comparator.<Arrival>comparingLong(
                    message -> Math.max(0, nanosUntilDue(message)))
            .thenComparingInt(this::attempts);

    Retries(Pauses pauses) {
        this.pauses = pauses;
    }

    /// One that failed holds the others back, so that they stay in order, until it was tried often enough. Those take
    /// turns when there is no other.
    ///
    /// @param waiting at least one
    Arrival next(List<Arrival> waiting) {
        return waiting.stream()
                .filter(message -> !gaveWay(message))
                .findFirst()
                .or(() -> waiting.stream().min(turns))
                .orElseThrow();
    }

    /// Not positive when it is due.
    long nanosUntilDue(Arrival message) {
        Failure failure = failures.get(message.id());
        return failure == null ? 0 : failure.dueAt() - System.nanoTime();
    }

    boolean gaveWay(Arrival message) {
        return attempts(message) >= InboxStore.GIVES_WAY_AFTER;
    }

    /// How often it was tried, whether the disk knows yet or not.
    int attempts(Arrival message) {
        Failure failure = failures.get(message.id());
        return failure == null ? message.attempts() : Math.max(failure.attempts(), message.attempts());
    }

    void failed(Arrival message) {
        int attempts = attempts(message) + 1;
        failures.put(
                message.id(),
                new Failure(attempts, System.nanoTime() + pauses.after(attempts).toNanos()));
    }

    void done(Arrival message) {
        failures.remove(message.id());
    }
}
