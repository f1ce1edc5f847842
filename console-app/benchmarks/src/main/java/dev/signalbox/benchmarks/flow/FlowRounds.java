// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.flow;

import com.sun.management.OperatingSystemMXBean;
import dev.signalbox.benchmarks.Aim;
import dev.signalbox.benchmarks.Figures;
import dev.signalbox.benchmarks.Scratch;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/// The rounds, in a JVM set up as a node's: each way once in each, so that what else the machine does counts the same
/// for all.
final class FlowRounds {
    private static final int ROUNDS = Integer.getInteger("signalbox.rounds", 9);
    private static final int MESSAGES = Integer.getInteger("signalbox.messages", 300_000);
    private static final int WARM = 3;
    private static final double LEAST_A_SECOND = 500_000;
    private static final double MOST_MICROS = 2;
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private FlowRounds() {}

    private record Way(Row row, List<Double> aSecond, List<Double> micros) {
        Way(Row row) {
            this(row, new ArrayList<>(), new ArrayList<>());
        }

        void measure(boolean counts) throws Exception {
            long cpu = MACHINE.getProcessCpuTime();
            long begin = System.nanoTime();
            row.carry(MESSAGES);
            double nanos = System.nanoTime() - begin;
            if (counts) {
                aSecond.add(MESSAGES * 1e9 / nanos);
                micros.add((MACHINE.getProcessCpuTime() - cpu) / 1e3 / MESSAGES);
            }
        }

        Figures rate() {
            return figures(row.spoken(), "/s", aSecond);
        }

        Figures cost() {
            return figures("    processor time a message", "µs", micros);
        }

        private static Figures figures(String what, String unit, List<Double> values) {
            return Figures.of(
                    what, unit, values.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    /// @param args not looked at
    public static void main(String[] args) throws Exception {
        try (var node = new NodeRow(Scratch.folder("flow"));
                var seda = CamelRow.seda();
                var direct = CamelRow.direct()) {
            var ours = new Way(node);
            var theirs = List.of(new Way(seda), new Way(direct));
            Aim.load();
            for (int round = -WARM; round < ROUNDS; round++) {
                ours.measure(round >= 0);
                for (Way way : theirs) {
                    way.measure(round >= 0);
                }
            }
            node.checkCounts();
            print(ours, theirs);
            Aim.load();
        }
    }

    private static void print(Way ours, List<Way> theirs) {
        ours.rate().print();
        ours.cost().print();
        for (Way way : theirs) {
            way.rate().print();
            way.cost().print();
            System.out.printf(
                    "    the node carries %.2f times as many, for %.2f of the processor time%n",
                    ours.rate().median() / way.rate().median(),
                    ours.cost().median() / way.cost().median());
        }
        Aim.print("at least 500,000 messages a second", ours.rate().median() >= LEAST_A_SECOND);
        Aim.print("at most 2 µs of processor time a message", ours.cost().median() <= MOST_MICROS);
    }
}
