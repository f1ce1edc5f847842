// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.ReleaseState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseStoryTest {
    private static final Assignment NORTH = Assignment.toTag("site", "north");

    @TempDir
    Path folder;

    @Test
    void twoNodesOfATagRunWhatWasReleasedAndAThirdDoesNot() throws Exception {
        try (var site = new Site(folder)) {
            var workbench = site.workbench("console");
            var story = new Story(workbench);
            site.addNode(workbench, "press-01", Map.of("site", "north"));
            site.addNode(workbench, "press-02", Map.of("site", "north"));
            site.addNode(workbench, "press-03", Map.of("site", "south"));
            try (var log = new LogBook(workbench)) {
                story.write("Hello", Story.greeting("Hello", "hello from the field"));
                story.assign("boiler", NORTH, "Hello");
                story.release("first");
                log.await("press-01", "hello from the field");
                log.await("press-02", "hello from the field");
                assertThat(log.all())
                        .noneMatch(event -> event.node().equals("press-03")
                                && event.line().service().equals("Hello"));
            }
        }
    }

    @Test
    void aStepThatStartsAfterSignInHearsOfItAndOfTheTwin() throws Exception {
        try (var site = new Site(folder)) {
            var workbench = site.workbench("console");
            var story = new Story(workbench);
            site.addNode(workbench, "press-01", Map.of("site", "north"));
            try (var log = new LogBook(workbench)) {
                story.write("Hello", """
                        public class Hello extends CustomService {
                            @Override
                            public void signedIn() {
                                debug("is signed in");
                            }

                            @Override
                            public void stateUpdate(Twin twin) {
                                debug("twin " + (twin.version() > 0));
                            }
                        }
                        """);
                story.assign("boiler", NORTH, "Hello");
                story.release("first");
                log.await("press-01", "is signed in");
                log.await("press-01", "twin true");
            }
        }
    }

    @Test
    void aNodeJoinsByConnectionStringAndTrustFileToo() throws Exception {
        try (var site = new Site(folder)) {
            var workbench = site.workbench("console");
            var press = new DeviceId("press-01");
            workbench.nodes().create(new NewDevice(press, Map.of("site", "north")));
            Path trust = Files.write(
                    folder.resolve("trust.json"), Json.write(workbench.nodes().pins()));
            String introduction = workbench.nodes().connectionString(press);
            site.join("press-01", List.of("--connection-string", introduction, "--trust", trust.toString()));
            var story = new Story(workbench);
            try (var log = new LogBook(workbench)) {
                story.write("Hello", Story.greeting("Hello", "joined and trusted"));
                story.assign("boiler", NORTH, "Hello");
                story.release("first");
                log.await("press-01", "joined and trusted");
            }
        }
    }

    @Test
    void aNodeThatGainsTheTagLaterRunsTheReleaseToo() throws Exception {
        try (var site = new Site(folder)) {
            var workbench = site.workbench("console");
            var story = new Story(workbench);
            site.addNode(workbench, "press-01", Map.of());
            try (var log = new LogBook(workbench)) {
                story.write("Hello", Story.greeting("Hello", "late but here"));
                story.assign("boiler", NORTH, "Hello");
                story.release("first");
                workbench
                        .nodes()
                        .setTags(new dev.signalbox.protocol.identity.DeviceId("press-01"), Map.of("site", "north"));
                log.await("press-01", "late but here");
            }
        }
    }

    @Test
    void aChangedServiceIsSwappedWhileItsNeighbourCountsOnWithoutAGap() throws Exception {
        try (var site = new Site(folder)) {
            var workbench = site.workbench("console");
            var story = new Story(workbench);
            site.addNode(workbench, "press-01", Map.of("site", "north"));
            try (var log = new LogBook(workbench)) {
                story.write("Counter", Story.counting("Counter", "counting"));
                story.write("Hello", Story.greeting("Hello", "version one"));
                story.assign("boiler", NORTH, "Counter", "Hello");
                story.release("first");
                log.await("press-01", "version one");
                log.await("press-01", "count 20");
                story.change("Hello", Story.greeting("Hello", "version two"));
                story.release("second");
                log.await("press-01", "version two");
                int seen = counts(log).getLast();
                log.await("press-01", "count " + (seen + 20));
                List<Integer> counts = counts(log);
                assertThat(counts)
                        .isEqualTo(java.util.stream.IntStream.range(0, counts.size())
                                .boxed()
                                .toList());
            }
        }
    }

    private static List<Integer> counts(LogBook log) {
        return log.all().stream()
                .map(event -> event.line().text())
                .filter(text -> text.startsWith("count "))
                .map(text -> Integer.valueOf(text.substring("count ".length())))
                .toList();
    }

    @Test
    void killingHubAndNodeAtAnyPointOfTheStoryLeavesItAbleToFinish() throws Exception {
        try (var site = new Site(folder)) {
            var workbench = site.workbench("console");
            var story = new Story(workbench);
            story.write("Hello", Story.greeting("Hello", "still here"));
            site.killAndRestartHub();
            story.assign("boiler", NORTH, "Hello");
            site.addNode(workbench, "press-01", Map.of("site", "north"));
            site.killHub();
            site.killAndRestartNode("press-01");
            site.restartHub();
            try (var log = new LogBook(workbench)) {
                story.release("first");
                site.killAndRestartNode("press-01");
                site.killAndRestartHub();
                log.await("press-01", "still here");
                site.awaitRelease(workbench, "press-01", 1);
            }
        }
    }

    @Test
    void aNodeStartsItsReleaseWithoutTheHub() throws Exception {
        try (var site = new Site(folder)) {
            var workbench = site.workbench("console");
            var story = new Story(workbench);
            site.addNode(workbench, "press-01", Map.of("site", "north"));
            story.write("Hello", Story.greeting("Hello", "no hub needed"));
            story.assign("boiler", NORTH, "Hello");
            story.release("first");
            site.awaitRelease(workbench, "press-01", 1);
            site.killHub();
            var node = site.killAndRestartNode("press-01");
            node.waitForLine(line -> line.contains("no hub needed"), Site.SOON);
        }
    }

    @Test
    void aServiceThatDiesInItsTrialTakesTheNodeBackToThePredecessor() throws Exception {
        try (var site = new Site(folder)) {
            var workbench = site.workbench("console");
            var story = new Story(workbench);
            site.addNode(workbench, "press-01", Map.of("site", "north"));
            try (var log = new LogBook(workbench)) {
                story.write("Hello", Story.greeting("Hello", "good one"));
                story.assign("boiler", NORTH, "Hello");
                story.release("good");
                log.await("press-01", "good one");
                story.change("Hello", """
                        public class Hello extends CustomService {
                            @Override
                            public void start() {
                                throw new IllegalStateException("valve stuck");
                            }
                        }
                        """);
                story.release("bad");
                log.await(
                        event -> event.line().level() == LogLevel.ERROR
                                && event.line().text().contains("valve stuck"),
                        "why");
                dev.signalbox.testing.process.Await.until(
                        "the node fell back",
                        Site.SOON,
                        () -> workbench.nodes().list().stream()
                                .flatMap(view -> view.report().stream())
                                .anyMatch(report -> report.running() == 1 && report.state() == ReleaseState.FELL_BACK));
            }
        }
    }
}
