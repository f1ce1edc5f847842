// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ApprovalsInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Theme;
import dev.signalbox.desktop.pictures.Patience;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.release.ReleaseSummary;
import dev.signalbox.operator.rollout.RolloutPlan;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.ReleaseState;
import dev.signalbox.workbench.comparison.Part;
import dev.signalbox.workbench.release.NodeChange;
import dev.signalbox.workbench.release.ReleasePlan;
import dev.signalbox.workbench.release.Releases;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class ReleaseDialogTest {
    private static final StepAddress WATCH = new StepAddress("boiler", "watch");
    private static final StepAddress BEAT = new StepAddress("pulse", "beat");

    private final FxRobot robot = new FxRobot();
    private volatile List<NodeView> nodes = List.of(
            node("press-01", true, 6, ReleaseState.PREPARING), node("press-02", false, 6, ReleaseState.SETTLED));
    private final ApprovalsInMemory approvals = new ApprovalsInMemory();
    private final AtomicReference<Optional<RolloutPlan>> asked = new AtomicReference<>(Optional.empty());

    @Test
    void aPlanSaysWhatChangesWhereAndIsReleasedOnce() throws Exception {
        Scene dialog = open(List.of());
        Pictures.saveBoth(dialog, "release");
        click("#release-confirm");
        await(() -> words().contains("Release 7 runs on 0 of 2 nodes. 1 is away"));
        nodes = List.of(node("press-01", true, 7, ReleaseState.TRIAL), node("press-02", true, 7, ReleaseState.SETTLED));
        await(() -> words().equals("Release 7 runs on all 2 nodes that it changes."));
        Pictures.saveBoth(dialog, "release-done");
        nodes = List.of(
                node("press-01", true, 6, ReleaseState.FELL_BACK), node("press-02", true, 7, ReleaseState.SETTLED));
        await(() -> robot.lookup("#release-failures")
                .queryLabeled()
                .getText()
                .contains("press-01: boiler/watch failed in its first minute."));
        assertThat(words()).isEqualTo("Release 7 runs on 1 of 2 nodes.");
        Pictures.saveBoth(dialog, "release-fell-back");
        click("#release-close");
    }

    private static NodeView node(String id, boolean connected, long running, ReleaseState state) {
        Optional<Problem> why = state == ReleaseState.FELL_BACK
                ? Optional.of(new Problem(
                        "release.fell-back", "boiler/watch failed in its first minute.", "Mend the service."))
                : Optional.empty();
        var report = new NodeReport("0.1.0", running, 7, state, why, List.of(), 0);
        return new NodeView(new DeviceId(id), connected, Optional.empty(), Map.of(), 7, List.of(), Optional.of(report));
    }

    @Test
    void stagesAreTypedAndCheckedBeforeAnythingIsReleased() throws Exception {
        Scene dialog = open(List.of());
        click("#release-staged");
        click("#release-shares").push(KeyCode.SHORTCUT, KeyCode.A).write("5, 3");
        await(() -> robot.lookup("#release-stages-complaint")
                .queryLabeled()
                .getText()
                .contains("rise to 100"));
        assertThat(robot.lookup("#release-confirm").query().isDisabled()).isTrue();
        click("#release-shares").push(KeyCode.SHORTCUT, KeyCode.A).write("5, 50, 100");
        click("#release-halt-at").push(KeyCode.SHORTCUT, KeyCode.A).write("10");
        await(() -> !robot.lookup("#release-confirm").query().isDisabled());
        click("#release-confirm");
        await(() -> words().contains("stage by stage"));
        assertThat(asked).hasValue(Optional.of(new RolloutPlan(List.of(5, 50, 100), 10, 90, 60, 50, 600)));
        Pictures.saveBoth(dialog, "release-stages");
        click("#release-close");
    }

    @Test
    void whereOthersHaveToSignItIsProposed() throws Exception {
        approvals.wants(2);
        Scene dialog = open(List.of());
        await(() -> words().contains("Another operator has to sign it, too."));
        Pictures.saveBoth(dialog, "release-to-propose");
        assertThat(robot.lookup("#release-confirm").queryButton().getText()).isEqualTo("Sign and propose");
        robot.interact(() -> robot.lookup("#release-confirm").queryButton().fire());
        await(() -> words().contains("until another operator has signed it, too."));
        assertThat(approvals.list()).hasSize(1);
        robot.interact(() -> robot.lookup("#release-close").queryButton().fire());
    }

    @Test
    void aBlockedPlanCannotBeReleasedAndSaysWhy() throws Exception {
        Scene dialog = open(List.of(new Problem(
                "service.does-not-compile",
                "BoilerWatch.java:12:8: cannot find symbol submitMessge.",
                "Mend the service.")));
        Pictures.saveBoth(dialog, "release-blocked");
        assertThat(robot.lookup("#release-confirm").query().isDisabled()).isTrue();
        click("#release-close");
    }

    private Scene open(List<Problem> blockers) throws Exception {
        Scene behind = Pictures.show(StackPane::new, Theme.DARK);
        Pictures.on(() -> {
            ReleaseDialog.open(
                    behind.getWindow(),
                    new ReleaseDesk(new Planned(blockers, asked), approvals, () -> nodes),
                    OnFx.toolkit());
            return true;
        });
        await(() -> robot.lookup("#release-node-press-01").tryQuery().isPresent());
        return robot.lookup("#release-confirm").query().getScene();
    }

    private String words() {
        return robot.lookup("#release-words").queryLabeled().getText();
    }

    /// What is to be clicked may be a moment late on a busy machine.
    private FxRobot click(String query) throws Exception {
        await(() -> robot.lookup(query).match(Node::isVisible).tryQuery().isPresent());
        robot.clickOn(query);
        return robot;
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        Patience.until(condition);
    }

    /// A workbench that has this to release.
    private record Planned(List<Problem> blockers, AtomicReference<Optional<RolloutPlan>> asked) implements Releases {
        @Override
        public ReleasePlan plan() {
            var manifest =
                    new ReleaseManifest("main", 7, 6, Instant.EPOCH, "mkessler", "", List.of(), List.of(), List.of());
            return new ReleasePlan(
                    manifest,
                    Map.of(),
                    List.of(
                            new NodeChange("press-01", List.of(BEAT), List.of(WATCH), List.of()),
                            new NodeChange("press-02", List.of(), List.of(WATCH), List.of(BEAT))),
                    blockers);
        }

        @Override
        public ReleaseSummary release(ReleasePlan plan, String note, Optional<RolloutPlan> stages) {
            asked.set(stages);
            return new ReleaseSummary(7, Digests.of("release"), Instant.EPOCH, "mkessler", note);
        }

        @Override
        public List<ReleaseSummary> history() {
            return List.of();
        }

        @Override
        public List<Part> compare(long left, long right) {
            return List.of();
        }
    }
}
