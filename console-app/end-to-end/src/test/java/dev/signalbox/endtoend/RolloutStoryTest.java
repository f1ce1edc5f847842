// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.rollout.RolloutPlan;
import dev.signalbox.operator.rollout.RolloutState;
import dev.signalbox.operator.rollout.RolloutView;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.testing.process.Await;
import dev.signalbox.workbench.release.ReleasePlan;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A release comes to real nodes in stages: first one that dies on one of them, then its mend.
class RolloutStoryTest {
    private static final RolloutPlan TWO_STAGES = new RolloutPlan(List.of(33, 100), 2, 90, 0, 1, 600);
    private static final List<String> NODES = List.of("press-01", "press-02", "press-03");

    @TempDir
    Path folder;

    @Test
    void allGoBackWhenOneFailsAndTheMendComesToAll() throws Exception {
        try (var site = new Site(folder, List.of("-Dsignalbox.trial-seconds=2"))) {
            var workbench = site.workbench("console");
            var story = new Story(workbench);
            NODES.forEach(node -> site.addNode(workbench, node, Map.of("site", "north")));
            story.write("Hello", Story.greeting("Hello", "one"));
            story.assign("boiler", Assignment.toTag("site", "north"), "Hello");
            story.release("first");
            awaitAll(workbench, 1);
            story.change("Hello", diesOn("press-02"));
            inStages(workbench);
            RolloutView halted = await(workbench, 2, RolloutState.HALTED);
            awaitAll(workbench, 1);
            assertThat(halted.failures()).singleElement().satisfies(failure -> {
                assertThat(failure.node()).isEqualTo("press-02");
                assertThat(failure.problem().what()).contains("not on this machine");
            });
            Await.until(
                    "whoever had it is back",
                    Site.SOON,
                    () -> workbench.rollouts().get(2).tally().succeeded() == 0);
            story.change("Hello", Story.greeting("Hello", "three"));
            inStages(workbench);
            await(workbench, 3, RolloutState.DONE);
            awaitAll(workbench, 3);
        }
    }

    private static String diesOn(String node) {
        return """
                public class Hello extends CustomService {
                    @Override
                    public void start() {
                        if (settings().nodeName().equals("%s")) {
                            throw new IllegalStateException("not on this machine");
                        }
                        debug("two");
                    }
                }
                """.formatted(node);
    }

    private static void inStages(Workbench workbench) {
        ReleasePlan plan = workbench.releases().plan();
        assertThat(plan.blockers()).isEmpty();
        workbench.releases().release(plan, "in stages", Optional.of(TWO_STAGES));
    }

    private static RolloutView await(Workbench workbench, long release, RolloutState state) {
        return Await.value(
                "release " + release + " is " + state,
                Duration.ofSeconds(120),
                () -> Optional.of(workbench.rollouts().get(release)).filter(view -> view.state() == state));
    }

    private static void awaitAll(Workbench workbench, long release) {
        Await.until(
                "all nodes run release " + release,
                Duration.ofSeconds(90),
                () -> workbench.nodes().list().stream()
                        .flatMap(node -> node.report().stream())
                        .map(NodeReport::running)
                        .allMatch(running -> running == release));
    }
}
