// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/// How long some queries took.
record Timings(List<Timing> all) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int SLOWEST = 3;

    /// @param processorMillis what the thread that asked used of it; the rest it waited
    private record Timing(String query, double millis, double processorMillis) {}

    /// Asks one after the other.
    static Timings of(List<String> asked, Consumer<String> answer) {
        List<Timing> timings = new ArrayList<>();
        for (String query : asked) {
            long begin = System.nanoTime();
            long processor = THREADS.getCurrentThreadCpuTime();
            answer.accept(query);
            double used = (THREADS.getCurrentThreadCpuTime() - processor) / 1e6;
            timings.add(new Timing(query, (System.nanoTime() - begin) / 1e6, used));
        }
        return new Timings(timings);
    }

    Figures millis(String what) {
        return figures(what, Timing::millis);
    }

    double sum() {
        return all.stream().mapToDouble(Timing::millis).sum();
    }

    /// With the slowest conditions.
    void print(String what) {
        millis(what).print();
        figures("    processor time of it", Timing::processorMillis).print();
        all.stream()
                .sorted(Comparator.comparingDouble(Timing::millis).reversed())
                .limit(SLOWEST)
                .filter(slow -> slow.query().contains("WHERE"))
                .forEach(slow -> System.out.printf("    %.0f ms  %s%n", slow.millis(), slow.query()));
    }

    private Figures figures(String what, ToDoubleFunction<Timing> value) {
        return Figures.of(what, "ms", all.stream().mapToDouble(value).toArray());
    }
}
