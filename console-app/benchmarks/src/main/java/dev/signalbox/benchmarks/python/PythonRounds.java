// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.python;

import dev.signalbox.benchmarks.Aim;
import dev.signalbox.benchmarks.Figures;
import dev.signalbox.benchmarks.Scratch;
import dev.signalbox.benchmarks.node.NodeInside;
import dev.signalbox.benchmarks.node.ServiceText;
import java.time.Duration;
import java.util.List;

/// The rounds, in a JVM set up as a node's.
final class PythonRounds {
    private static final int ROUNDS = Integer.getInteger("signalbox.rounds", 9);
    private static final int MESSAGES = Integer.getInteger("signalbox.messages", 20_000);
    private static final int WARM = 2;
    private static final double LEAST_A_SECOND = 20_000;
    private static final double MOST_MILLIS = 300;
    private static final ServiceText SOURCE = ServiceText.java("Source", """
            public class Source extends CustomService {
                static Body body(boolean last) {
                    return Body.of(Map.of("sensor", "pump-7", "unit", "bar", "value", 4.2, "last", last));
                }
                public void produce(Message order) {
                    Body body = body(false);
                    for (long i = order.body().asLong(); i > 1; i--) {
                        emit(body);
                    }
                    emit(body(true));
                }
            }
            """);

    private PythonRounds() {}

    /// @param args not looked at
    public static void main(String[] args) throws Exception {
        Aim.load();
        try (var node = new NodeInside(Scratch.folder("python"))) {
            starts(node);
            messages(node);
        }
        Aim.load();
    }

    /// @param version makes it another service than the one before
    private static ServiceText service(int version) {
        return ServiceText.python("Pump", """
                from base_service import CustomService

                class Pump(CustomService):
                    async def Start(self):
                        await self.SubmitMessage(%d)

                    async def Process(self, message):
                        if message.message[0]["last"]:
                            await self.SubmitMessage("all are there")
                """.formatted(version));
    }

    private static void starts(NodeInside node) throws Exception {
        double[] bare = new double[ROUNDS];
        double[] started = new double[ROUNDS];
        for (int round = -WARM; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            try (var echo = new BareEcho()) {
                echo.carry(1);
            }
            double floor = millisSince(begin);
            begin = node.order(List.of(SOURCE, service(round)), true);
            node.submitted();
            if (round >= 0) {
                bare[round] = floor;
                started[round] = millisSince(begin);
            }
            node.awaitOrdered();
        }
        var floor = Figures.of("bare Python, until its first line is back", "ms", bare);
        floor.print();
        var service = Figures.of("service in Python, from release to its Start", "ms", started);
        service.printBeside(floor);
        Aim.print("at most 300 ms", service.median() <= MOST_MILLIS);
    }

    private static void messages(NodeInside node) throws Exception {
        double[] bare = new double[ROUNDS];
        double[] taken = new double[ROUNDS];
        double[] python = new double[ROUNDS];
        double[] nodes = new double[ROUNDS];
        try (var echo = new BareEcho()) {
            for (int round = -WARM; round < ROUNDS; round++) {
                long begin = System.nanoTime();
                echo.carry(MESSAGES);
                double floor = MESSAGES * 1e3 / millisSince(begin);
                double pythonBefore = childrenMillis();
                double nodeBefore = ownMillis();
                begin = System.nanoTime();
                node.tell(SOURCE, "produce", MESSAGES);
                node.submitted();
                if (round >= 0) {
                    bare[round] = floor;
                    taken[round] = MESSAGES * 1e3 / millisSince(begin);
                    python[round] = (childrenMillis() - pythonBefore) * 1e3 / MESSAGES;
                    nodes[round] = (ownMillis() - nodeBefore) * 1e3 / MESSAGES;
                }
            }
        }
        var floor = Figures.of("lines through bare Python", "/s", bare);
        floor.print();
        var service = Figures.of("messages through a service in Python", "/s", taken);
        service.printBeside(floor);
        Figures.of("    processor time Python takes for each", "µs", python).print();
        Figures.of("    and the node, with the service that sends them", "µs", nodes)
                .print();
        Aim.print("at least 20,000 messages a second", service.median() >= LEAST_A_SECOND);
    }

    /// What the processes that this one started have used of the processor.
    private static double childrenMillis() {
        return ProcessHandle.current()
                .descendants()
                .flatMap(child -> child.info().totalCpuDuration().stream())
                .mapToLong(Duration::toMillis)
                .sum();
    }

    private static double ownMillis() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .orElse(0L);
    }

    private static double millisSince(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }
}
