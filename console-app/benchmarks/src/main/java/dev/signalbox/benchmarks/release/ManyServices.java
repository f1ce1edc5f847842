// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.release;

import dev.signalbox.benchmarks.Aim;
import dev.signalbox.benchmarks.Figures;
import dev.signalbox.benchmarks.Scratch;
import dev.signalbox.benchmarks.node.NodeInside;
import dev.signalbox.benchmarks.node.ServiceText;
import dev.signalbox.engine.compile.ServiceCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A node with more and more services, in a JVM set up as a node's.
final class ManyServices {
    private static final int FEW = Integer.getInteger("signalbox.few", 200);
    private static final int MORE = Integer.getInteger("signalbox.more", 1_200);
    private static final int ALL = Integer.getInteger("signalbox.services", 2_000);
    private static final int WARM = 5;
    private static final int ROUNDS = Integer.getInteger("signalbox.rounds", 21);
    private static final int MOST_KIB = 150;
    private static final int MOST_MILLIS = 20;
    /// Longer than the JVM takes to hand memory back by itself.
    private static final long SETTLE_NANOS = 7_000_000_000L;

    private ManyServices() {}

    /// @param args not looked at
    public static void main(String[] args) throws Exception {
        Aim.load();
        try (var node = new NodeInside(Scratch.folder("services"))) {
            memory(node);
            change(node);
        }
        Aim.load();
    }

    private static void memory(NodeInside node) throws Exception {
        node.release(SmallServices.of(FEW), false);
        long few = residentKib();
        node.release(SmallServices.of(MORE), false);
        long more = residentKib();
        double each = (double) (more - few) / (MORE - FEW);
        System.out.printf(
                "resident with %d services %d MiB, with %d %d MiB: %.0f KiB for each further one%n",
                FEW, few / 1024, MORE, more / 1024, each);
        Aim.print("at most " + MOST_KIB + " KiB for each further service", each <= MOST_KIB);
    }

    private static long residentKib() throws IOException {
        System.gc();
        LockSupport.parkNanos(SETTLE_NANOS);
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static void change(NodeInside node) throws Exception {
        List<ServiceText> others = SmallServices.of(ALL - 1);
        double[] compile = new double[ROUNDS];
        double[] beyond = new double[ROUNDS];
        try (var compiler = ServiceCompiler.create()) {
            for (int round = -WARM; round < ROUNDS; round++) {
                double compiled = compile(compiler, SmallServices.said(round));
                double changed = change(node, SmallServices.with(others, round));
                if (round >= 0) {
                    compile[round] = compiled;
                    beyond[round] = changed - compiled;
                }
            }
        }
        var floor = Figures.of("compiling one service, by itself", "ms", compile);
        floor.print();
        var rest = Figures.of("changing one of " + ALL + ", beyond that", "ms", beyond);
        rest.printBeside(floor);
        Aim.print("at most " + MOST_MILLIS + " ms beyond compiling", rest.median() <= MOST_MILLIS);
    }

    private static double compile(ServiceCompiler compiler, ServiceText service) {
        long begin = System.nanoTime();
        if (!compiler.compile(service.name() + ".java", service.source()).succeeded()) {
            throw new IllegalStateException(service.name() + " does not compile");
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    /// From the order until the new version says that it runs.
    private static double change(NodeInside node, List<ServiceText> services) throws Exception {
        long begin = node.order(services, false);
        node.submitted();
        double millis = (System.nanoTime() - begin) / 1e6;
        node.awaitOrdered();
        return millis;
    }
}
