// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.release;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.TallyBar;
import dev.signalbox.operator.rollout.RolloutMove;
import dev.signalbox.operator.rollout.RolloutState;
import dev.signalbox.operator.rollout.RolloutView;
import dev.signalbox.operator.rollout.RolloutView.NodeFailure;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How the release that is looked at comes to its nodes, stage by stage, with what the person can do about it. Not
/// there for one that came to all at once.
final class RolloutStrip extends VBox {
    /// So many nodes that failed are named.
    private static final int NAMED = 4;

    private final RolloutsViewModel model;
    private final Chip state = new Chip("", Chip.Tone.PLAIN);
    private final Label title = new Label();
    private final Label tally = new Label();
    private final TallyBar bar = new TallyBar(TallyBar.Parts.NONE);
    private final Label why = Fields.quiet("");
    private final VBox failures = new VBox();
    private final Button pause = Buttons.plain("Pause", () -> moves(RolloutMove.PAUSE));
    private final Button resume = Buttons.plain("Resume", () -> moves(RolloutMove.RESUME));
    private final Button next = Buttons.plain("Next stage now", () -> moves(RolloutMove.NEXT_STAGE));
    private final Button halt = Buttons.danger("Halt and go back…", this::halts);
    private long release;

    RolloutStrip(RolloutsViewModel model) {
        this.model = model;
        getStyleClass().add("rollout-strip");
        state.setId("rollout-state");
        title.setId("rollout-title");
        title.getStyleClass().add("strong");
        title.setMinWidth(0);
        tally.setId("rollout-tally");
        tally.getStyleClass().addAll("muted", "small-words");
        why.getStyleClass().add("small-words");
        pause.setId("rollout-pause");
        resume.setId("rollout-resume");
        next.setId("rollout-next");
        next.setTooltip(new Tooltip("Whatever the nodes of this stage tell"));
        halt.setId("rollout-halt");
        failures.getStyleClass().add("rollout-failures");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(Fields.row(state, title, gap, pause, resume, next, halt), bar, tally, why, failures);
        managedProperty().bind(visibleProperty());
        model.all().subscribe(() -> show(release));
    }

    /// @param number of the release that is looked at
    void show(long number) {
        release = number;
        Optional<RolloutView> view = model.of(number);
        setVisible(view.isPresent());
        view.ifPresent(this::show);
    }

    private void show(RolloutView view) {
        state.setText(RolloutWords.state(view));
        state.show(RolloutWords.tone(view));
        title.setText(RolloutWords.title(view));
        tally.setText(RolloutWords.tally(view));
        bar.show(RolloutWords.parts(view));
        bar.setAccessibleText(RolloutWords.tally(view));
        why.setText(view.why()
                .map(problem -> problem.what() + " " + problem.remedy())
                .orElse(""));
        there(why, view.why().isPresent());
        boolean steered = view.state() == RolloutState.RUNNING || view.state() == RolloutState.PAUSED;
        there(pause, view.state() == RolloutState.RUNNING);
        there(resume, view.state() == RolloutState.PAUSED);
        there(next, steered);
        there(halt, view.state().isOpen());
        showFailures(view);
    }

    private void showFailures(RolloutView view) {
        failures.getChildren()
                .setAll(view.failures().stream()
                        .limit(NAMED)
                        .map(RolloutStrip::line)
                        .toList());
        int more = view.tally().failed() - failures.getChildren().size();
        if (more > 0) {
            var rest = Fields.quiet("and " + more + " more");
            rest.getStyleClass().add("small-words");
            failures.getChildren().add(rest);
        }
        there(failures, !failures.getChildren().isEmpty());
    }

    private static HBox line(NodeFailure failure) {
        var node = new Label(failure.node());
        node.getStyleClass().addAll("mono", "rollout-node");
        node.setTooltip(new Tooltip(failure.node()));
        var what = new Label(failure.problem().what());
        what.setTooltip(
                new Tooltip(failure.problem().what() + " " + failure.problem().remedy()));
        what.getStyleClass().add("small-words");
        what.setWrapText(true);
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        return Fields.row(node, what);
    }

    private static void there(Region part, boolean is) {
        part.setVisible(is);
        part.setManaged(is);
    }

    private void moves(RolloutMove move) {
        model.of(release).ifPresent(seen -> model.personMoves(seen, move));
    }

    private void halts() {
        model.of(release)
                .filter(seen -> Ask.confirm(
                        Ask.windowOf(this),
                        "Halt release " + seen.release() + "?",
                        RolloutWords.halting(seen),
                        "Halt and go back"))
                .ifPresent(seen -> model.personMoves(seen, RolloutMove.HALT));
    }
}
