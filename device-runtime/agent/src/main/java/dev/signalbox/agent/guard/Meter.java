// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import java.util.HashMap;
import java.util.Map;

/// Adds up what the threads, or processes, of one step use, from readings of those that are alive. What one uses
/// between its last reading and its end is not seen. Used by one thread.
final class Meter {
    private Map<Long, Reading> last = new HashMap<>();
    private Map<Long, Reading> now = new HashMap<>();
    private long cpuNanos;
    private long allocatedBytes;
    private long residentBytes;

    /// Totals of one thread or process since it began.
    record Reading(long cpuNanos, long allocatedBytes) {
        static final Reading ZERO = new Reading(0, 0);
    }

    /// One that is alive. Values below zero are unknown.
    void read(long id, Reading reading) {
        Reading before = last.getOrDefault(id, Reading.ZERO);
        cpuNanos += Math.max(0, reading.cpuNanos() - before.cpuNanos());
        allocatedBytes += Math.max(0, reading.allocatedBytes() - before.allocatedBytes());
        now.put(id, reading);
    }

    void resident(long bytes) {
        residentBytes = bytes;
    }

    /// All that are alive have been read; the others are forgotten.
    Cost settle() {
        last = now;
        now = new HashMap<>();
        return new Cost(cpuNanos / 1_000_000, allocatedBytes, residentBytes);
    }

    /// How many were alive at the last look.
    int alive() {
        return last.size();
    }
}
