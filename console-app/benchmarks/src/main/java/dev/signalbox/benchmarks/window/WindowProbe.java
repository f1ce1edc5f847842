// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.window;

import dev.signalbox.benchmarks.Figures;
import dev.signalbox.desktop.app.ConsoleWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.ScrollEvent;

/// The console, in a process that also looks at it: tells when it can be used, and how it fares with large things.
public final class WindowProbe {
    /// Before what it measured.
    static final String USABLE = "usable";

    /// As the third argument: look at large things too.
    static final String WORK = "work";

    private static final double SECONDS = 8;
    private static final List<String> PAGES =
            List.of("logs", "devices", "waiting", "streams", "jobs", "query", "access", "releases", "nodes");

    private WindowProbe() {}

    /// @param args the hub's contact file, the console's folder, and `start` or `work`
    public static void main(String[] args) {
        beside("#rail-nodes", scene -> {
            if (args[2].equals(WORK)) {
                work();
            }
        });
        Application.launch(ConsoleWindow.class, "--contact", args[0], "--data", args[1], "--theme", "dark");
    }

    /// What is done once the window can be used.
    interface Deed {
        void in(Scene scene) throws Exception;
    }

    /// On a thread of its own, which ends the program.
    ///
    /// @param query of what must be there for the window to be used
    static void beside(String query, Deed deed) {
        Thread.ofPlatform().daemon().start(() -> {
            int code = 1;
            try {
                Scene scene = Ui.sceneWith(query);
                tellUsable(scene);
                deed.in(scene);
                code = 0;
            } catch (Exception | AssertionError failed) {
                failed.printStackTrace(System.out);
            } finally {
                System.out.flush();
                Runtime.getRuntime().halt(code);
            }
        });
    }

    /// Says so after a whole frame of it.
    private static void tellUsable(Scene scene) {
        var drawn = new CompletableFuture<String>();
        Ui.on(() -> {
            Runnable[] listener = new Runnable[1];
            listener[0] = () -> {
                scene.removePostLayoutPulseListener(listener[0]);
                drawn.complete("");
            };
            scene.addPostLayoutPulseListener(listener[0]);
            javafx.application.Platform.requestNextPulse();
            return "";
        });
        drawn.join();
        System.out.println(USABLE);
    }

    private static void work() throws Exception {
        Ui.click("#rail-services");
        Scene services = Ui.sceneWith("#open-service-" + Workplace.LONG_SERVICE);
        Ui.on(() -> {
            ((ListView<?>) services.lookup("#service-list")).getSelectionModel().select(0);
            return "";
        });
        Scene scene = Ui.sceneWith("#tab-" + Workplace.LONG_SERVICE);
        Node editor = Ui.node(".code-area");
        Ui.on(() -> {
            editor.requestFocus();
            return "";
        });
        new Typing(scene, editor).tell();
        canvas();
        for (String page : PAGES) {
            Ui.click("#rail-" + page);
            Frames.of(0.5, () -> {});
        }
        System.out.println("memory " + rssMebibytes());
    }

    /// A large flow is panned and zoomed in each frame.
    private static void canvas() {
        Ui.click("#rail-flows");
        Ui.click("#open-flow-" + Workplace.LARGE_FLOW);
        var _ = Ui.sceneWith("#step-step-499");
        Node canvas = Ui.node("#canvas");
        Figures pan =
                Figures.of("frame while the canvas is moved", "ms", Frames.of(SECONDS, new Panning(canvas, false)));
        pan.print();
        Figures zoom =
                Figures.of("frame while the canvas is zoomed", "ms", Frames.of(SECONDS, new Panning(canvas, true)));
        zoom.print();
        System.out.printf(Locale.ROOT, "frames %.1f %.1f%n", perSecond(pan), perSecond(zoom));
    }

    private static double perSecond(Figures gaps) {
        double all = 0;
        for (double gap : gaps.values()) {
            all += gap;
        }
        return gaps.values().length * 1000 / all;
    }

    /// A wheel that turns to and fro.
    private static final class Panning implements Runnable {
        private final Node canvas;
        private final boolean zooms;
        private int frame;

        Panning(Node canvas, boolean zooms) {
            this.canvas = canvas;
            this.zooms = zooms;
        }

        @Override
        public void run() {
            double by = Math.floorMod(Math.floorDiv(frame++, 60), 2) == 0 ? -24 : 24;
            if (!zooms || frame % 8 == 0) {
                Event.fireEvent(
                        canvas,
                        new ScrollEvent(
                                ScrollEvent.SCROLL,
                                500,
                                400,
                                500,
                                400,
                                false,
                                zooms,
                                false,
                                false,
                                false,
                                false,
                                by,
                                by,
                                by,
                                by,
                                ScrollEvent.HorizontalTextScrollUnits.NONE,
                                0,
                                ScrollEvent.VerticalTextScrollUnits.NONE,
                                0,
                                0,
                                null));
            }
        }
    }

    private static long rssMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
