// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks;

import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.testing.process.ProgramProcess;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Hub start to ready, node start to signed in, beside Java programs that do nothing; with and without start cache.
public final class Startup {
    private static final int ROUNDS = Integer.getInteger("signalbox.rounds", 7);
    private static final double MOST_HELLOS = 4.5;

    private Startup() {}

    /// @param args the checkout's folder
    public static void main(String[] args) throws Exception {
        var rig = Rig.at(Path.of(args[0]));
        rig.train();
        Figures floor = floor();
        floor.print();
        measure("", rig, floor);
        Figures hello = Hello.starts(rig, ROUNDS);
        hello.print();
        Figures node = measure(", start cache", rig.withCaches(), floor);
        double ratio = node.median() / hello.median();
        System.out.printf("%s: %.1f x %s%n", node.what(), ratio, hello.what());
        Aim.print("at most " + MOST_HELLOS + " times hello world", ratio <= MOST_HELLOS);
        Aim.load();
    }

    /// Answers the starts of a node that has signed in before.
    private static Figures measure(String how, Rig rig, Figures floor) throws Exception {
        double[] hubFirst = new double[ROUNDS];
        double[] hubAgain = new double[ROUNDS];
        double[] nodeFirst = new double[ROUNDS];
        double[] nodeAgain = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            Rig round = rig.in((rig.cached() ? "cached-" : "plain-") + i);
            long begin = System.nanoTime();
            round.hub().close();
            hubFirst[i] = millisSince(begin);
            begin = System.nanoTime();
            try (var hub = round.hub()) {
                hubAgain[i] = millisSince(begin);
                String token = token(round);
                nodeFirst[i] = nodeStart(round, token);
                nodeAgain[i] = nodeStart(round, token);
            }
        }
        Figures.of("hub start to ready, first start" + how, "ms", hubFirst).printBeside(floor);
        Figures.of("hub start to ready" + how, "ms", hubAgain).printBeside(floor);
        Figures.of("node start to signed in, first start" + how, "ms", nodeFirst)
                .printBeside(floor);
        Figures node = Figures.of("node start to signed in" + how, "ms", nodeAgain);
        node.printBeside(floor);
        return node;
    }

    private static String token(Rig rig) throws Exception {
        try (var workbench = Workbench.openLocal(rig.hubFolder(), rig.consoleFolder())) {
            return workbench.nodes().create(new NewDevice(new DeviceId("bench"), Map.of()));
        }
    }

    private static double nodeStart(Rig rig, String token) {
        long begin = System.nanoTime();
        try (var _ = rig.node("node", token)) {
            return millisSince(begin);
        }
    }

    private static Figures floor() {
        double[] nothing = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            ProgramProcess.java("floor", List.of("-XX:+UseSerialGC", "-version"))
                    .waitForEnd(Rig.PATIENCE);
            nothing[i] = millisSince(begin);
        }
        return Figures.of("java -version", "ms", nothing);
    }

    private static double millisSince(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }
}
