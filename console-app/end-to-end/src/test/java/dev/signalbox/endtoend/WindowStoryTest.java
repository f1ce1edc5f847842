// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.cli.SignalboxProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated(Window.ALONE)
class WindowStoryTest {
    private static final String FIRST = "public class Hello extends CustomService {"
            + " public void start() { debug(\"hello from the desk\"); warning(\"first of its kind\"); } }";
    private static final String SECOND = "public class Hello extends CustomService {"
            + " public void start() { debug(\"second thoughts\"); throwError(\"valve stuck\", \"1001\", \"by hand\"); } }";

    @TempDir
    Path folder;

    @Test
    void aPersonWritesWiresAssignsReleasesWatchesChangesAndReleasesAgain() throws Exception {
        try (var site = new Site(folder)) {
            var workbench = site.workbench("console");
            var story = new Story(workbench);
            story.write("Counter", Story.counting("Counter", "counting"));
            site.addNode(workbench, "press-01", Map.of("site", "north"));
            site.addNode(workbench, "press-02", Map.of("site", "north"));
            try (var log = new LogBook(workbench);
                    var window = new Window(site.hubFolder().resolve("hub.json"), folder.resolve("console"))) {
                var person = new WindowStory(window);
                window.awaitWords("#tour-count", "1 of 6");
                writeService(window, person);
                window.awaitWords("#tour-count", "2 of 6");
                drawFlow(window, person);
                window.awaitWords("#tour-count", "4 of 6");
                person.release(1);
                log.await("press-01", "hello from the desk");
                log.await("press-02", "hello from the desk");
                endFirstSteps(window);
                seeOnLogsPage(window);
                log.await("press-01", "count 20");

                person.updateMinor("Hello");
                person.write(SECOND);
                person.release(2);
                log.await("press-01", "second thoughts");
                log.await("press-02", "second thoughts");
                assertThat(countsGoOn(log, "press-01")).isTrue();
                assertThat(countsGoOn(log, "press-02")).isTrue();

                seeWhatTheReleaseChanged(window);

                pushSamples(site);
                workbench.flows().delete("first");
                story.release("the sample workspace");
                log.await("press-01", "Heartbeat 3");
                seeItRun(window);
                pauseAStep(window);
                tapAWire(window);
                inject(site);
                log.await("press-01", "Boiler at 99.0 °C");
                actOnANode(window);
                takePictures(window);
            }
        }
    }

    private static void writeService(Window window, WindowStory story) {
        story.newService("Hello");
        window.rewrite("public class Hello extends CustomService { int x = nothing; }");
        window.awaitWords("#status-errors", "1 error");
        story.write(FIRST);
    }

    private static void drawFlow(Window window, WindowStory story) {
        story.firstFlow("first");
        story.place("Counter", "north", 2);
        story.place("Hello", "north", 2);
        window.drag("#out-counter", "#in-hello");
        window.awaitThere("#wire-counter-hello");
        story.awaitFlowSaved();
    }

    /// The window's own first steps end with what the person made.
    private static void endFirstSteps(Window window) {
        window.awaitWords("#tour-end", "Hello runs on press-0");
        window.savePictures("tour");
        window.click("#tour-end-done");
    }

    /// The counters fill the page, so a person filters.
    private static void seeOnLogsPage(Window window) {
        window.goTo("logs");
        window.click("#log-text");
        window.type("hello");
        window.awaitText("hello from the desk");
        window.press(KeyCode.SHORTCUT, KeyCode.A);
        window.press(KeyCode.DELETE);
    }

    /// The state of a step on both nodes, and how many messages a second a wire carries.
    private static void seeItRun(Window window) {
        window.goTo("flows");
        window.click("#open-flow-boiler");
        window.awaitWords("#fare-band", "running");
        window.awaitWords("#busy-band", "/s");
        window.awaitThere("#figures-sensor-band");
    }

    /// On one of the two nodes; the other goes on.
    private static void pauseAStep(Window window) {
        window.click("#step-band");
        window.click("#step-pause-press-01");
        window.awaitWords("#fare-band", "1 of 2 paused");
        window.click("#step-next-press-01");
        window.click("#step-resume-press-01");
        window.awaitWords("#fare-band", "2 running");
    }

    private static void tapAWire(Window window) {
        window.click("#wire-sensor-band");
        window.click("#wire-tap");
        window.awaitText("\"celsius\":");
        window.click("#tap-close");
    }

    /// By the command line, while the window is open.
    private void inject(Site site) {
        assertThat(run(site, List.of("nodes", "inject"), List.of("press-01", "boiler/watch", "{\"celsius\":99}")))
                .isZero();
    }

    private static void seeWhatTheReleaseChanged(Window window) {
        window.goTo("releases");
        window.awaitWords("#release-title", "Release 2");
        window.awaitText("Hello 0.1 → 0.2");
        window.savePictures("releases");
    }

    private static void actOnANode(Window window) {
        window.goTo("nodes");
        window.click("press-02");
        window.click("#node-actions");
        window.click("Ping");
        window.awaitText("press-02 answered after");
        window.click("#step-menu-boiler/sensor");
        window.click("Restart");
        window.awaitText("boiler/sensor is ");
    }

    /// Waits for twenty more counts after the swap, and looks whether all came, each once.
    private static boolean countsGoOn(LogBook log, String node) {
        int seen = counts(log, node).getLast();
        log.await(node, "count " + (seen + 20));
        List<Integer> counts = counts(log, node);
        return counts.equals(IntStream.range(0, counts.size()).boxed().toList());
    }

    private static List<Integer> counts(LogBook log, String node) {
        return log.all().stream()
                .filter(event -> event.node().equals(node))
                .map(event -> event.line().text())
                .filter(text -> text.startsWith("count "))
                .map(text -> Integer.valueOf(text.substring("count ".length())))
                .toList();
    }

    /// The samples that the demo brings, by the command line, while the window is open.
    private void pushSamples(Site site) {
        for (String kind : List.of("services", "flows")) {
            assertThat(run(site, List.of(kind, "push"), samples(kind, kind.equals("services") ? ".java" : ".json")))
                    .isZero();
        }
    }

    private int run(Site site, List<String> command, List<String> about) {
        var arguments = new ArrayList<>(command);
        arguments.addAll(List.of("--hub-data", site.hubFolder().toString()));
        arguments.addAll(List.of("--data", folder.resolve("console").toString()));
        arguments.addAll(about);
        return SignalboxProgram.commandLine().execute(arguments.toArray(String[]::new));
    }

    private static List<String> samples(String kind, String ending) {
        try (var files = Files.list(Path.of("..", "..", "assets", "workspace", kind))) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void takePictures(Window window) {
        window.goTo("services");
        window.click("#open-service-BoilerWatch");
        window.awaitThere("#tab-BoilerWatch");
        window.savePictures("services");
        window.goTo("flows");
        window.click("#open-flow-boiler");
        window.click("#step-watch");
        window.savePictures("flows");
        window.goTo("nodes");
        window.click("press-01");
        window.savePictures("nodes");
        window.goTo("logs");
        window.click("#log-text");
        window.type("boiler");
        window.savePictures("logs");
    }
}
