// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.protocol.action.StepDeed;
import dev.signalbox.protocol.report.StepState;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/// Pauses a step on one node, has it do one thing, and lets it go on: those of the three that make sense now.
final class StepButtons extends HBox {
    private final Button pause;
    private final Button next;
    private final Button resume;

    /// @param wish hears what is pressed
    StepButtons(Consumer<StepDeed> wish) {
        pause = button(Icons.PAUSE, StepDeed.PAUSE, wish);
        next = button(Icons.NEXT, StepDeed.NEXT, wish);
        resume = button(Icons.PLAY, StepDeed.RESUME, wish);
        getStyleClass().add("step-buttons");
        getChildren().addAll(pause, next, resume);
        setMinWidth(USE_PREF_SIZE);
    }

    private static Button button(Icons icon, StepDeed deed, Consumer<StepDeed> wish) {
        Button button = Buttons.quiet(icon, "", () -> wish.accept(deed));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    void show(StepOnNode now) {
        boolean paused = now.state().filter(StepState.PAUSED::equals).isPresent();
        boolean runs = now.state().filter(StepState.RUNNING::equals).isPresent();
        pause.setVisible(runs);
        next.setVisible(paused);
        resume.setVisible(paused);
        String where = now.step().step() + " on " + now.node();
        name(pause, "step-pause-" + now.node(), "Pause " + where);
        name(next, "step-next-" + now.node(), "One message or timer of " + where);
        name(resume, "step-resume-" + now.node(), "Resume " + where);
    }

    private static void name(Button button, String id, String meaning) {
        button.setId(id);
        button.getTooltip().setText(meaning);
        button.setAccessibleText(meaning);
    }
}
