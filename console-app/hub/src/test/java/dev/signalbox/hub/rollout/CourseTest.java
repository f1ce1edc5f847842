// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.StoredDevice;
import dev.signalbox.hub.store.StoredRollout;
import dev.signalbox.hub.store.StoredRolloutNode;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.operator.release.ReleaseSummary;
import dev.signalbox.operator.rollout.RolloutPlan;
import dev.signalbox.operator.rollout.RolloutState;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.ReleaseState;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.report.StepState;
import dev.signalbox.protocol.trust.Envelope;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a rollout does next, by a clock that is wound by hand: release 2 comes to ten nodes that run release 1.
class CourseTest {
    private static final Instant BEGIN = Instant.parse("2026-11-23T08:00:00Z");
    private static final int NODES = 10;

    @TempDir
    Path folder;

    private final Set<DeviceId> here = new HashSet<>();
    private SqliteRegistry store;
    private Instant now = BEGIN;
    private Instant watchedSince = BEGIN;

    @BeforeEach
    void tenNodesRunReleaseOne() {
        store = SqliteRegistry.open(folder.resolve("registry.db"));
        change(records -> {
            for (long number : List.of(1L, 2L)) {
                var summary = new ReleaseSummary(number, Digests.of("" + number), BEGIN, "anna", "");
                records.releases().add(summary, new Envelope(Envelope.RELEASE, "", List.of()));
            }
            records.rollouts().put(plan(new RolloutPlan(List.of(20, 100), 60, 90, 60, 50, 600)));
            for (int i = 0; i < NODES; i++) {
                records.devices().add(new StoredDevice(node(i), "a", "b", Map.of(), Optional.empty()));
                records.devices().setReport(node(i), report(1, List.of()));
                records.rollouts().add(2, Map.of(node(i), (long) i), BEGIN);
                here.add(node(i));
            }
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theFirstStageComesToTheFirstPlacesAndTheNextOnceItIsWatched() {
        assertThat(goOn()).containsExactly("node-0 ORDERED", "node-1 ORDERED");
        assertThat(goOn()).isEmpty();
        tell(0, report(2, List.of()));
        tell(1, report(2, List.of()));
        assertThat(goOn()).containsExactly("node-0 SUCCEEDED", "node-1 SUCCEEDED");
        passes(59);
        assertThat(goOn()).isEmpty();
        passes(2);
        assertThat(goOn()).containsExactly("RUNNING 1");
        assertThat(goOn()).hasSize(8);
    }

    @Test
    void whoIsAwayOrInMaintenanceOrRunsSomethingElseIsPassedOver() {
        here.remove(node(0));
        change(records -> records.devices().setSwitches(node(1), Switches.ALL_ON.withMaintenance(true)));
        tell(2, report(7, List.of()));
        assertThat(goOn()).containsExactly("node-3 ORDERED", "node-4 ORDERED");
    }

    @Test
    void aNodeThatComesIntoMaintenanceGetsItInItsTurnAndHasNotFailed() {
        goOn();
        change(records -> records.devices().setSwitches(node(0), Switches.ALL_ON.withMaintenance(true)));
        passes(3_600);
        tell(1, report(2, List.of()));
        assertThat(goOn()).containsExactly("node-0 WAITING", "node-1 SUCCEEDED");
        assertThat(goOn()).containsExactly("node-2 ORDERED");
    }

    @Test
    void silenceCountsOnlyWhileTheHubWatches() {
        goOn();
        passes(601);
        watchedSince = now;
        assertThat(goOn()).isEmpty();
        passes(601);
        assertThat(goOn()).containsExactly("node-0 FAILED rollout.silent", "node-1 FAILED rollout.silent");
        assertThat(goOn()).containsExactly("HALTED 0 rollout.too-many-failed");
    }

    @Test
    void aStageIsWatchedWithoutAGap() {
        succeed(0, 1);
        passes(60);
        watchedSince = now;
        assertThat(goOn()).isEmpty();
        passes(60);
        assertThat(goOn()).containsExactly("RUNNING 1");
    }

    @Test
    void aStepThatWasInQuarantineBeforeIsNoFailureAndAnotherIsAtOnce() {
        tell(0, report(1, List.of(quarantined("camera"))));
        succeed(0, 1);
        tell(0, report(2, List.of(quarantined("camera"))));
        assertThat(goOn()).isEmpty();
        tell(1, report(2, List.of(quarantined("camera"))));
        assertThat(goOn()).containsExactly("node-1 FAILED rollout.quarantined");
        assertThat(goOn()).containsExactly("PAUSED 0 rollout.too-few-succeeded");
    }

    @Test
    void whatANodeTellsWhileItStartsIsNoFailure() {
        succeed(0, 1);
        tell(0, new NodeReport("0.1.0", 0, 0, ReleaseState.SETTLED, Optional.empty(), List.of(), 0));
        assertThat(goOn()).isEmpty();
        tell(0, report(1, List.of()));
        assertThat(goOn()).containsExactly("node-0 FAILED rollout.other-release");
    }

    @Test
    void itPausesWhenThoseThatRanItForGoodAreAwayAndGoesOnWhenTheyCome() {
        succeed(0, 1);
        here.remove(node(1));
        passes(599);
        assertThat(goOn()).isEmpty();
        passes(1);
        assertThat(goOn()).containsExactly("PAUSED 0 rollout.too-many-away");
        assertThat(goOn()).isEmpty();
        here.add(node(1));
        change(records -> records.rollouts().put(rollout().at(RolloutState.RUNNING, now, Optional.empty())));
        passes(60);
        assertThat(goOn()).containsExactly("RUNNING 1");
    }

    @Test
    void itPausesWhenTooFewSucceeded() {
        succeed(0);
        tell(1, new NodeReport("0.1.0", 1, 2, ReleaseState.FELL_BACK, Optional.empty(), List.of(), 0));
        goOn();
        assertThat(goOn()).containsExactly("PAUSED 0 rollout.too-few-succeeded");
    }

    @Test
    void nothingWaitsForADeviceThatIsDeletedAndWhatItToldStillCounts() {
        goOn();
        tell(0, report(2, List.of()));
        goOn();
        for (int i : List.of(0, 1, 2)) {
            change(records -> records.rollouts().forget(node(i)));
        }
        var tally = store.read(records -> records.rollouts().tally(2));
        assertThat(tally.ordered()).isZero();
        assertThat(tally.succeeded()).isEqualTo(1);
        assertThat(tally.targets()).isEqualTo(8);
        change(records -> {
            records.rollouts().put(rollout().at(RolloutState.HALTED, now, Optional.empty()));
            records.rollouts().forget(node(0));
        });
        assertThat(store.read(records -> records.rollouts().tally(2)).succeeded())
                .isZero();
    }

    private static DeviceId node(int number) {
        return new DeviceId("node-" + number);
    }

    private static StoredRollout plan(RolloutPlan plan) {
        return new StoredRollout(2, 1, plan, RolloutState.RUNNING, 0, BEGIN, Optional.empty());
    }

    private static NodeReport report(long release, List<StepReport> steps) {
        return new NodeReport("0.1.0", release, release, ReleaseState.SETTLED, Optional.empty(), steps, 0);
    }

    private static StepReport quarantined(String step) {
        return new StepReport(
                new StepAddress("flow", step),
                "Camera",
                ServiceVersion.FIRST,
                StepState.QUARANTINED,
                BEGIN,
                Optional.empty());
    }

    private void passes(long seconds) {
        now = now.plusSeconds(seconds);
    }

    private void tell(int node, NodeReport report) {
        change(records -> records.devices().setReport(node(node), report));
    }

    /// They get it and run it for good.
    private void succeed(int... nodes) {
        goOn();
        IntStream.of(nodes).forEach(node -> tell(node, report(2, List.of())));
        goOn();
    }

    private void change(Consumer<Records> change) {
        store.commit(records -> {
            change.accept(records);
            return "";
        });
    }

    private StoredRollout rollout() {
        return store.read(records -> records.rollouts().find(2).orElseThrow());
    }

    /// Makes the next turn, and tells it.
    private List<String> goOn() {
        var course = new Course(here::contains, now, watchedSince, true);
        Turn turn = store.read(records -> course.turn(records, rollout()));
        change(records -> {
            turn.nodes().forEach(node -> records.rollouts().set(2, node));
            turn.next().ifPresent(records.rollouts()::put);
        });
        var told = new ArrayList<String>();
        turn.nodes().forEach(node -> told.add(told(node)));
        turn.next().ifPresent(next -> told.add(words(next.state() + " " + next.stage(), next.why())));
        return told;
    }

    private static String told(StoredRolloutNode node) {
        return words(node.device() + " " + node.outcome(), node.problem());
    }

    private static String words(String what, Optional<Problem> why) {
        return String.join(
                " ",
                Stream.concat(Stream.of(what), why.map(Problem::code).stream()).toList());
    }
}
