// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.operator.rollout.RolloutMove;
import dev.signalbox.operator.rollout.RolloutPlan;
import dev.signalbox.operator.rollout.RolloutState;
import dev.signalbox.operator.rollout.RolloutView;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.testing.chance.Chance;
import dev.signalbox.testing.process.Await;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A release that is bad on one node in twenty comes to a fleet in stages, while one in ten is away, the operator's
/// console is gone and the hub is killed.
class RolloutFaultTest {
    private static final long GOOD = 1;
    private static final long BAD = 2;
    private static final long MENDED = 3;
    private static final int MOST_EXPOSED_PER_MILLE = 15;
    private static final RolloutPlan CAREFUL = new RolloutPlan(List.of(1, 10, 30, 100), 1, 90, 0, 5, 600);

    /// One in twenty each; those away are one in ten, the fourth of each ten.
    private static final int TWENTY = 20;
    private static final int TEN = 10;
    private static final int AWAY = 3;

    @TempDir
    Path folder;

    private final List<PretendNode> nodes = new ArrayList<>();
    private final int bad = chosen(Chance.of(RolloutFaultTest.class).drawnBy("chooser"));

    @AfterEach
    void stop() throws InterruptedException {
        for (PretendNode node : nodes) {
            node.close();
        }
    }

    @Test
    @Timeout(1800)
    void itHaltsInItsStageAllGoBackAndNobodyGetsItLater() throws Exception {
        int fleet = Chance.many("nodes", 200);
        try (var site = new HubSite(folder.resolve("hub"))) {
            List<DeviceKeys> keys = site.add("press", fleet);
            come(site, keys, false);
            try (var workbench = site.workbench()) {
                write(workbench);
                release(workbench, Optional.empty());
                awaitAll(GOOD);
                change(workbench, "second");
                release(workbench, Optional.of(CAREFUL));
                Await.until("some have it", HubSite.SOON, () -> exposed(workbench) > 0);
            }
            site.kill();
            site.restart();
            try (var workbench = site.workbench()) {
                awaitState(workbench, BAD, RolloutState.HALTED);
            }
            site.kill();
            site.restart();
            try (var workbench = site.workbench()) {
                Await.until("all are back", Duration.ofSeconds(60), () -> exposed(workbench) == 0);
                assertHalted(workbench.rollouts().get(BAD), fleet);
                come(site, keys, true);
                awaitAll(GOOD);
                assertThatThrownBy(() ->
                                workbench.rollouts().move(workbench.rollouts().get(BAD), RolloutMove.NEXT_STAGE))
                        .hasMessageContaining("rollout.not-open");
                change(workbench, "third");
                release(workbench, Optional.of(CAREFUL));
                awaitState(workbench, MENDED, RolloutState.DONE);
                awaitAll(MENDED);
            }
        }
        assertThat(nodes.stream().filter(node -> node.name().endsWith(Integer.toString(AWAY))))
                .isNotEmpty()
                .allSatisfy(late -> assertThat(late.begun()).containsExactlyInAnyOrder(GOOD, MENDED));
    }

    /// Which of twenty is bad: one that is there.
    private static int chosen(RandomGenerator chance) {
        return IntStream.generate(() -> chance.nextInt(TWENTY))
                .filter(one -> one % TEN != AWAY)
                .findFirst()
                .orElseThrow();
    }

    /// Those come that are there at first, or those that are late.
    private void come(HubSite site, List<DeviceKeys> keys, boolean late) {
        for (int i = 0; i < keys.size(); i++) {
            if (isLate(i) == late) {
                nodes.add(new PretendNode(keys.get(i), site.way(), i % TWENTY == bad ? BAD : 0));
            }
        }
    }

    private static boolean isLate(int number) {
        return number % TEN == AWAY;
    }

    private static void write(Workbench workbench) {
        ServiceDraft draft = workbench.services().create("Beat", Language.JAVA, "");
        workbench.services().save(withSource(draft, "first"));
        Flow flow = workbench.flows().create("pulse", "");
        var step = new Flow.Step("beat", "Beat", Flow.Step.LATEST, Map.of(), Assignment.toTag("kind", "press"), 40, 40);
        workbench.flows().save(new Flow(flow.name(), "", List.of(step), List.of(), flow.etag()));
    }

    private static void change(Workbench workbench, String word) {
        workbench.services().save(withSource(workbench.services().updateMinor("Beat"), word));
    }

    private static ServiceDraft withSource(ServiceDraft draft, String word) {
        String source = "public class Beat extends CustomService { public void start() { debug(\"%s\"); } }";
        return new ServiceDraft(
                draft.name(),
                draft.version(),
                draft.language(),
                draft.state(),
                draft.description(),
                draft.properties(),
                source.formatted(word),
                draft.etag());
    }

    private static void release(Workbench workbench, Optional<RolloutPlan> stages) {
        workbench.releases().release(workbench.releases().plan(), "", stages);
    }

    private void awaitAll(long release) {
        Await.until(
                "all run release " + release,
                HubSite.SOON.multipliedBy(2),
                () -> nodes.stream().allMatch(node -> node.running() == release));
    }

    private static void awaitState(Workbench workbench, long release, RolloutState state) {
        Await.until(
                "release " + release + " is " + state,
                HubSite.SOON.multipliedBy(2),
                () -> workbench.rollouts().get(release).state() == state);
    }

    /// Those that run the bad one, by their own word, and those that the hub waits for.
    private long exposed(Workbench workbench) {
        RolloutView view = workbench.rollouts().get(BAD);
        return nodes.stream().filter(node -> node.running() == BAD).count()
                + view.tally().ordered()
                + view.tally().succeeded();
    }

    private void assertHalted(RolloutView view, int fleet) {
        long harmed = nodes.stream()
                .filter(node -> node.begun().contains(BAD))
                .filter(node -> node.failsWith(BAD))
                .count();
        System.out.println(
                "halted in stage " + (view.stage() + 1) + " of 4, " + view.tally() + ", " + harmed + " harmed");
        assertThat(view.tally().failed()).isPositive();
        assertThat(harmed * 1000).isLessThanOrEqualTo((long) fleet * MOST_EXPOSED_PER_MILLE);
        assertThat(view.tally().exposed())
                .isLessThanOrEqualTo(CAREFUL.nodesIn(view.stage(), view.tally().targets()));
        assertThat(view.why().orElseThrow().code()).isEqualTo("rollout.too-many-failed");
        assertThat(view.failures()).hasSize(view.tally().failed());
    }
}
