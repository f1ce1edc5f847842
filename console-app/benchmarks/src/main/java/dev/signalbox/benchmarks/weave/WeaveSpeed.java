// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.weave;

import dev.signalbox.engine.compile.ServiceCompiler;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;

/// Measures how much slower loops are when they can be stopped: processor time of each way against that of the loop as
/// written, in the same round, so that what else the machine does counts the same for both.
public final class WeaveSpeed {
    private static final List<String> KINDS =
            List.of("int counted", "int sum", "long", "while over array", "nested", "branches");
    private static final int WARM = 15;
    private static final int ROUNDS = 41;
    private static final long TURNS = 4_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private WeaveSpeed() {}

    public static void main(String[] args) throws Exception {
        try (var compiler = ServiceCompiler.create()) {
            var services = new ArrayList<Function<String, LongUnaryOperator>>();
            for (Variant variant : Variant.values()) {
                services.add(variant.loops(compiler));
            }
            System.out.printf("%-18s %10s", "", "ns a turn");
            Arrays.stream(Variant.values()).skip(1).forEach(one -> System.out.printf("  %26s", one.spoken()));
            System.out.println("  (times as written)");
            for (String kind : KINDS) {
                measure(
                        kind,
                        services.stream().map(service -> service.apply(kind)).toList());
            }
            Stopping.measure(compiler);
        }
    }

    /// @param loops one for each variant, in their order
    private static void measure(String kind, List<LongUnaryOperator> loops) {
        double[][] ratios = new double[loops.size()][ROUNDS];
        double[] nanos = new double[ROUNDS];
        for (int round = -WARM; round < ROUNDS; round++) {
            double plain = nanos(loops.getFirst());
            for (int variant = 0; variant < loops.size(); variant++) {
                double own = nanos(loops.get(variant));
                if (round >= 0) {
                    ratios[variant][round] = own / plain;
                    nanos[round] = plain;
                }
            }
        }
        System.out.printf("%-18s %10.3f", kind, median(nanos));
        Arrays.stream(ratios).skip(1).forEach(all -> System.out.printf("  %26.3f", median(all)));
        System.out.printf("  (as written, again: %.3f)%n", median(ratios[0]));
    }

    /// Processor time a turn.
    private static double nanos(LongUnaryOperator loop) {
        long began = THREADS.getCurrentThreadCpuTime();
        if (loop.applyAsLong(TURNS) == 42) {
            System.out.print("");
        }
        return (double) (THREADS.getCurrentThreadCpuTime() - began) / TURNS;
    }

    private static double median(double[] all) {
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
