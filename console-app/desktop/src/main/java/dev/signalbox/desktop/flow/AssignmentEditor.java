// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.protocol.release.Assignment;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Where a step runs: nodes and tags as chips, and how many nodes that is now.
final class AssignmentEditor extends VBox {
    private final FlowsViewModel model;
    private final FlowPane chips = new FlowPane();
    private final TextField input = new TextField();
    private final Label hint = new Label();
    private String shown = "";

    AssignmentEditor(FlowsViewModel model) {
        this.model = model;
        getStyleClass().add("assignment");
        chips.getStyleClass().add("assignment-chips");
        chips.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(chips.getChildren()));
        input.setId("assign-input");
        input.setAccessibleText("Node or tag to add");
        input.getStyleClass().add("mono");
        input.setPromptText("site=north, or a node's name");
        input.setOnAction(e -> add());
        hint.setId("assign-matches");
        hint.getStyleClass().add("field-hint");
        hint.setWrapText(true);
        getChildren().addAll(chips, input, hint);
    }

    /// What is half typed belongs to the step it was typed for.
    void show(Step step) {
        if (!step.name().equals(shown)) {
            shown = step.name();
            input.clear();
        }
        Assignment now = step.assignment();
        chips.getChildren().clear();
        now.tags()
                .forEach((tag, value) ->
                        chips.getChildren().add(chip(tag + " = " + value, a -> Assignments.withoutTag(a, tag))));
        now.nodes().forEach(node -> chips.getChildren().add(chip(node, a -> Assignments.withoutNode(a, node))));
        long reached = model.fleet().reached(now);
        String count = reached == 1 ? "1 node now." : reached + " nodes now.";
        hint.getStyleClass().removeAll("bad", "warning-words");
        if (reached == 0 && !now.isEmpty()) {
            hint.getStyleClass().add("warning-words");
            count = "0 nodes now: none has this name or these tags.";
        }
        hint.setText(now.isEmpty() ? "Runs nowhere yet. Add a tag or a node's name." : count);
    }

    private Node chip(String words, UnaryOperator<Assignment> without) {
        Button remove = Buttons.quiet(Icons.CLOSE, "Remove " + words, () -> edit(without));
        var label = new Label(words);
        var chip = new HBox(label, remove);
        chip.getStyleClass().add("assignment-chip");
        return chip;
    }

    private void add() {
        String entry = input.getText().strip();
        String complaint = Assignments.complaint(entry);
        if (complaint.isEmpty()) {
            input.clear();
            edit(was -> Assignments.with(was, entry));
        } else {
            hint.getStyleClass().add("bad");
            hint.setText(complaint);
        }
    }

    private void edit(UnaryOperator<Assignment> change) {
        model.current()
                .get()
                .ifPresent(open -> open.selectedStep()
                        .ifPresent(step -> open.personEdits(
                                f -> StepEdits.assignment(f, step.name(), change.apply(step.assignment())))));
    }
}
