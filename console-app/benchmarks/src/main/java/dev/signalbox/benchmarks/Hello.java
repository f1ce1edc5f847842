// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks;

import dev.signalbox.cli.process.Program;
import dev.signalbox.testing.process.ProgramProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The smallest Java program, with a node's options and a start cache of its own: no node can start faster.
public final class Hello {
    private static final String LINE = "hello";

    private Hello() {}

    /// @param args not looked at
    public static void main(String[] args) {
        System.out.println(LINE);
    }

    /// How long it takes until it has said so.
    static Figures starts(Rig rig, int rounds) {
        Path cache = rig.folder().resolve("hello.aot");
        try (var training = start(rig, "-XX:AOTCacheOutput=" + cache)) {
            training.waitForEnd(Rig.PATIENCE);
        }
        double[] millis = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long begin = System.nanoTime();
            try (var hello = start(rig, "-XX:AOTCache=" + cache)) {
                hello.waitForLine(LINE::equals, Rig.PATIENCE);
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        return Figures.of("hello world, start cache", "ms", millis);
    }

    private static ProgramProcess start(Rig rig, String option) {
        var command = new ArrayList<>(rig.home().plainCommand(Program.NODE, List.of()));
        int place = command.indexOf("-cp");
        command.set(place + 1, ownJar());
        command.set(place + 2, Hello.class.getName());
        command.add(place, option);
        return ProgramProcess.start("hello", command);
    }

    private static String ownJar() {
        return Hello.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    }
}
