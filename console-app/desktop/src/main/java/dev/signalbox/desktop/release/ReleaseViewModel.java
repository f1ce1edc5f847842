// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.release;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.release.Proposal;
import dev.signalbox.operator.release.ReleaseSummary;
import dev.signalbox.operator.rollout.RolloutPlan;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.release.ReleasePlan;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the Release dialog knows: the plan, what stands in its way, and how far it has come.
final class ReleaseViewModel {
    /// Beyond the minute of a trial.
    private static final int LOOKS = 45;

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ReleaseDesk desk;
    private final OnFx fx;
    private final ObjectProperty<ReleaseStage> stage = new SimpleObjectProperty<>(ReleaseStage.PLANNING);
    private final ObjectProperty<Optional<ReleasePlan>> plan = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<ReleaseSummary>> done = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Arrivals>> arrivals = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty needsOthers = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Proposal>> proposal = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty note = new SimpleStringProperty("");
    private final StagesDraft stages = new StagesDraft();
    private int looks;

    ReleaseViewModel(ReleaseDesk desk, OnFx fx) {
        this.desk = desk;
        this.fx = fx;
    }

    /// Finds out what a release would change.
    void personPlans() {
        stage.set(ReleaseStage.PLANNING);
        problem.set(Optional.empty());
        fx.fetch(() -> new Planned(desk.releases().plan(), desk.approvals().needed()), this::planned, this::failed);
    }

    private record Planned(ReleasePlan plan, boolean needsOthers) {}

    private void planned(Planned found) {
        needsOthers.set(found.needsOthers());
        plan.set(Optional.of(found.plan()));
        stage.set(ReleaseStage.PLANNED);
    }

    void personReleases() {
        plan.get().filter(found -> canRelease().get()).ifPresent(found -> {
            stage.set(ReleaseStage.RELEASING);
            String why = note.get().strip();
            Optional<RolloutPlan> asked = stages.plan();
            if (needsOthers.get()) {
                fx.fetch(() -> desk.approvals().propose(found, why, asked), this::proposed, this::failed);
            } else {
                fx.fetch(() -> desk.releases().release(found, why, asked), this::released, this::failed);
            }
        });
    }

    private void proposed(Proposal made) {
        proposal.set(Optional.of(made));
        stage.set(ReleaseStage.PROPOSED);
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
            plan.get()
                    .ifPresent(made ->
                            fx.fetch(() -> Arrivals.of(made, desk.nodes().get()), this::seen, this::notSeen));
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

    /// Whether others have to sign it, too.
    ReadOnlyBooleanProperty needsOthers() {
        return needsOthers;
    }

    /// What waits for others now.
    ReadOnlyObjectProperty<Optional<Proposal>> proposal() {
        return proposal;
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
