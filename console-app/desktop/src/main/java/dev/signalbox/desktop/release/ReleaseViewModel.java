// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.release;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.release.ReleaseSummary;
import dev.signalbox.operator.rollout.RolloutPlan;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.release.ReleasePlan;
import dev.signalbox.workbench.release.Releases;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the Release dialog knows: the plan, what stands in its way, and how far it has come.
final class ReleaseViewModel {
    /// Beyond the minute of a trial.
    private static final int LOOKS = 45;

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Releases releases;
    private final Supplier<List<NodeView>> nodes;
    private final OnFx fx;
    private final ObjectProperty<ReleaseStage> stage = new SimpleObjectProperty<>(ReleaseStage.PLANNING);
    private final ObjectProperty<Optional<ReleasePlan>> plan = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<ReleaseSummary>> done = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Arrivals>> arrivals = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty note = new SimpleStringProperty("");
    private final StagesDraft stages = new StagesDraft();
    private int looks;

    /// @param nodes all that the hub knows, as of now
    ReleaseViewModel(Releases releases, Supplier<List<NodeView>> nodes, OnFx fx) {
        this.releases = releases;
        this.nodes = nodes;
        this.fx = fx;
    }

    /// Finds out what a release would change.
    void personPlans() {
        stage.set(ReleaseStage.PLANNING);
        problem.set(Optional.empty());
        fx.fetch(releases::plan, this::planned, this::failed);
    }

    private void planned(ReleasePlan found) {
        plan.set(Optional.of(found));
        stage.set(ReleaseStage.PLANNED);
    }

    void personReleases() {
        plan.get().filter(found -> canRelease().get()).ifPresent(found -> {
            stage.set(ReleaseStage.RELEASING);
            String why = note.get().strip();
            Optional<RolloutPlan> asked = stages.plan();
            fx.fetch(() -> releases.release(found, why, asked), this::released, this::failed);
        });
    }

    private void released(ReleaseSummary summary) {
        done.set(Optional.of(summary));
        stage.set(ReleaseStage.RELEASED);
        if (!stages.wanted().get()) {
            looks = LOOKS;
            look();
        }
    }

    /// Tells how it fares, until the person leaves or its trial is over.
    private void look() {
        if (looks-- > 0) {
            plan.get().ifPresent(made -> fx.fetch(() -> Arrivals.of(made, nodes.get()), this::seen, this::notSeen));
        }
    }

    private void seen(Arrivals now) {
        arrivals.set(Optional.of(now));
        fx.after(PAUSE, this::look);
    }

    private void notSeen(Problem why) {
        fx.after(PAUSE, this::look);
    }

    /// Nobody looks any more.
    void personLeaves() {
        looks = 0;
    }

    /// How what was released fares; empty before it was.
    ReadOnlyObjectProperty<Optional<Arrivals>> arrivals() {
        return arrivals;
    }

    private void failed(Problem what) {
        problem.set(Optional.of(what));
        stage.set(ReleaseStage.FAILED);
    }

    /// Whether there is a plan that nothing stands in the way of, and it is said how it comes to the nodes.
    BooleanExpression canRelease() {
        return isPlanned().and(stages.complaint().isEmpty());
    }

    /// Whether there is a plan that nothing stands in the way of.
    BooleanExpression isPlanned() {
        return Bindings.createBooleanBinding(
                () -> stage.get() == ReleaseStage.PLANNED
                        && plan.get().filter(p -> p.blockers().isEmpty()).isPresent(),
                stage,
                plan);
    }

    ReadOnlyObjectProperty<ReleaseStage> stage() {
        return stage;
    }

    ReadOnlyObjectProperty<Optional<ReleasePlan>> plan() {
        return plan;
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem;
    }

    ReadOnlyObjectProperty<Optional<ReleaseSummary>> done() {
        return done;
    }

    StringProperty note() {
        return note;
    }

    StagesDraft stages() {
        return stages;
    }

    /// Whether there is a release that nodes could go back to.
    boolean hasWayBack() {
        return plan.get().filter(found -> found.manifest().predecessor() > 0).isPresent();
    }
}
