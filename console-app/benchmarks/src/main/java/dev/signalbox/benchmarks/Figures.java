// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks;

import java.util.Arrays;

/// Prints figures in one manner: median, 95th of a hundred, smallest and largest.
public record Figures(String what, String unit, double[] values) {
    public static Figures of(String what, String unit, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Figures(what, unit, sorted);
    }

    public double median() {
        return values[values.length / 2];
    }

    public double p95() {
        return values[Math.min(values.length - 1, (int) Math.ceil(values.length * 0.95) - 1)];
    }

    public void print() {
        System.out.printf(
                "%-52s median %8.1f %s   p95 %8.1f   [%.1f .. %.1f]   n=%d%n",
                what, median(), unit, p95(), values[0], values[values.length - 1], values.length);
    }

    public void printBeside(Figures floor) {
        print();
        System.out.printf("%-52s %.2f x %s%n", "", median() / floor.median(), floor.what());
    }
}
