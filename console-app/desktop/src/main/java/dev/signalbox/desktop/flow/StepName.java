// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow.Step;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.TextField;

/// A step's name, to be changed: with Enter, by leaving the field, or by turning to another step.
final class StepName extends TextField {
    private final FlowsViewModel model;
    private Optional<FlowViewModel> flow = Optional.empty();
    private String step = "";

    StepName(FlowsViewModel model) {
        this.model = model;
        setId("step-name");
        setAccessibleText("Name of the step");
        getStyleClass().add("mono");
        setOnAction(e -> rename());
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                rename();
            }
        });
    }

    /// Shows a step's name. What was typed for another step of the flow becomes that one's name.
    void show(String name) {
        if (flow.equals(model.current().get()) && step.equals(name)) {
            return;
        }
        String typed = getText().strip();
        String was = step;
        Optional<FlowViewModel> its = flow;
        flow = model.current().get();
        step = name;
        setText(name);
        if (flow.equals(its)) {
            rename(was, typed);
        }
    }

    private void rename() {
        if (flow.equals(model.current().get())) {
            rename(step, getText().strip());
        }
        setText(step);
    }

    private void rename(String from, String to) {
        flow.filter(open -> !to.equals(from) && open.flow().get().step(from).isPresent())
                .filter(open -> free(open, from, to))
                .ifPresent(open -> open.personRenames(from, to));
    }

    private static boolean free(FlowViewModel open, String from, String to) {
        var others = open.flow().get().steps().stream()
                .map(Step::name)
                .filter(name -> !name.equals(from))
                .collect(Collectors.toSet());
        return FlowEdits.complaint(to, others).isEmpty();
    }
}
