// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks;

import java.lang.management.ManagementFactory;

/// Says whether a figure is what we want it to be, and how far to trust it.
public final class Aim {
    private Aim() {}

    public static void print(String what, boolean met) {
        System.out.printf("aim: %s: %s%n", what, met ? "met" : "missed");
    }

    /// Above the number of processors, times say more of others than of us.
    public static void load() {
        System.out.printf(
                "load of the machine: %.1f on %d processors%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }
}
