// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.drain;

import java.lang.management.ManagementFactory;

/// What of this process' heap is in use, after collections of garbage, while messages wait at a device.
record Memory(Device device) {
    private static final int[] WAITING = {0, 100_000, 1_000_000};

    void print() {
        for (int many : WAITING) {
            device.enqueue(many - (int) device.waiting());
            System.out.printf(
                    "%-52s %.1f MiB%n",
                    "heap in use with %,d messages waiting".formatted(device.waiting()), used() / 1048576.0);
        }
    }

    private static long used() {
        var memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < 3; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
