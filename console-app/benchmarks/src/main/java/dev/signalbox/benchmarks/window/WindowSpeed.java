// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.window;

import dev.signalbox.benchmarks.Aim;
import dev.signalbox.benchmarks.Figures;
import dev.signalbox.benchmarks.Rig;
import dev.signalbox.testing.process.ProgramProcess;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// How soon the console's window can be used, beside the smallest window there is; what a key costs in a service of
/// 5,000
/// lines, beside the platform's text area; how many frames a second a flow of 500 steps and 750 wires has; how much
/// memory that takes. Draws without a display, in software, unless there is one.
public final class WindowSpeed {
    private static final int ROUNDS = Integer.getInteger("signalbox.rounds", 7);
    /// Of Java, for the windows, divided by blanks: to try what they bring.
    private static final String MORE_OPTIONS = System.getProperty("signalbox.options", "");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> WITHOUT_DISPLAY = List.of("-Dglass.platform=Headless", "-Dprism.order=sw");

    private WindowSpeed() {}

    /// @param args the checkout's folder
    public static void main(String[] args) throws Exception {
        Rig rig = Rig.at(Path.of(args[0]));
        rig.train();
        Rig cached = rig.withCaches();
        try (var _ = rig.hub()) {
            try (var workbench = Workbench.openLocal(rig.hubFolder(), rig.consoleFolder())) {
                Workplace.fill(workbench);
            }
            Figures hello = starts("smallest window, drawn", cached, HelloProgram.class);
            Figures console = starts("console, can be used", cached, WindowProbe.class);
            hello.print();
            console.printBeside(hello);
            Aim.print("usable after at most 2,500 ms", console.median() <= 2_500);
            work(cached);
        }
        Aim.load();
    }

    private static Figures starts(String what, Rig rig, Class<?> main) {
        double[] millis = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            try (var window = rig.consoleBy(main, options(), "start")) {
                window.waitForLine(WindowProbe.USABLE::equals, PATIENCE);
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        return Figures.of(what, "ms", millis);
    }

    private static List<String> options() {
        Stream<String> platform = System.getenv("DISPLAY") == null ? WITHOUT_DISPLAY.stream() : Stream.of();
        return Stream.concat(platform, Stream.of(MORE_OPTIONS.split(" ")).filter(word -> !word.isBlank()))
                .toList();
    }

    private static void work(Rig rig) {
        double[] plain = keys(rig);
        try (var window = rig.consoleBy(WindowProbe.class, options(), WindowProbe.WORK)) {
            double[] keys = figures(window, "keys ");
            System.out.printf(
                    "key to frame in 5,000 lines: median %.1f ms, p95 %.1f ms; the platform's text area %.1f and %.1f%n",
                    keys[0], keys[1], plain[0], plain[1]);
            Aim.print("a key takes at most 16 ms, p95", keys[1] <= 16);
            double[] frames = figures(window, "frames ");
            System.out.printf(
                    "frames a second of %d steps and %d wires: moved %.1f, zoomed %.1f, of the platform's 60%n",
                    Workplace.STEPS, Workplace.WIRES, frames[0], frames[1]);
            Aim.print("at least 45 frames a second", Math.min(frames[0], frames[1]) >= 45);
            double memory = figures(window, "memory ")[0];
            System.out.printf("memory with both open and every page seen: %.0f MiB%n", memory);
            Aim.print("at most 350 MiB", memory <= 350);
        }
    }

    private static double[] keys(Rig rig) {
        try (var window = rig.consoleBy(HelloProgram.class, options(), WindowProbe.WORK)) {
            return figures(window, "keys ");
        }
    }

    private static double[] figures(ProgramProcess window, String name) {
        String line = window.waitForLine(one -> one.startsWith(name), PATIENCE);
        return Stream.of(line.substring(name.length()).split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
