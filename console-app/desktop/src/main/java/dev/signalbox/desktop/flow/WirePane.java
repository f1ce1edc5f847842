// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Section;
import dev.signalbox.desktop.query.QueryFault;
import dev.signalbox.operator.flow.Flow.Wire;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// About the selected wire: what it carries. A condition that cannot be read is kept as it is typed, and said; a
/// release would not take it.
final class WirePane extends VBox {
    private final FlowsViewModel model;
    private final Label title = new Label();
    private final TextField condition = new TextField();
    private final Label complaint = new Label();
    private Optional<FlowViewModel> flow = Optional.empty();
    private Optional<Wire> wire = Optional.empty();
    private Subscription looking = Subscription.EMPTY;

    WirePane(FlowsViewModel model) {
        this.model = model;
        getStyleClass().addAll("pane", "pane-right", "step-pane");
        title.getStyleClass().add("pane-title");
        var head = new HBox(title);
        head.getStyleClass().add("pane-head");
        getChildren().addAll(head, new Section("Carries", field(), complaint, hint()));
        model.current().subscribe(this::follow);
    }

    private TextField field() {
        condition.setId("wire-condition");
        condition.setAccessibleText("Condition");
        condition.getStyleClass().add("mono");
        condition.setPromptText("All messages");
        condition.textProperty().subscribe(this::judge);
        condition.setOnAction(e -> keep());
        condition.focusedProperty().subscribe(focused -> {
            if (!focused) {
                keep();
            }
        });
        complaint.setId("wire-complaint");
        complaint.setWrapText(true);
        complaint.getStyleClass().addAll("field-hint", "bad");
        complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
        return condition;
    }

    private static Label hint() {
        var words = new Label("All messages, or those a condition is true for, such as body.celsius > 80. "
                + "It sees body, properties, source, id and time.");
        words.setWrapText(true);
        words.getStyleClass().add("field-hint");
        return words;
    }

    private void follow(Optional<FlowViewModel> open) {
        looking.unsubscribe();
        looking = open.map(drawn -> drawn.selection().subscribe(s -> show(open, s.wire())))
                .orElse(Subscription.EMPTY);
        if (open.isEmpty()) {
            show(open, Optional.empty());
        }
    }

    /// What was typed for the wire before belongs to that one.
    private void show(Optional<FlowViewModel> open, Optional<Wire> selected) {
        if (!wire.equals(selected)) {
            keep();
            flow = open;
            wire = selected;
            selected.map(Wire::condition)
                    .filter(now -> !now.equals(condition.getText()))
                    .ifPresent(condition::setText);
        }
        setVisible(selected.isPresent());
        setManaged(selected.isPresent());
        String name = selected.map(now -> now.from() + " → " + now.to()).orElse("");
        title.setText(name);
        title.setTooltip(new Tooltip(name));
    }

    private void judge(String text) {
        complaint.setText(QueryFault.inCondition(text).map(QueryFault::words).orElse(""));
    }

    private void keep() {
        String typed = condition.getText().strip();
        Optional<Wire> was = wire.filter(now -> !now.condition().equals(typed));
        if (was.isPresent() && flow.equals(model.current().get())) {
            wire = was.map(now -> new Wire(now.from(), now.to(), typed));
            flow.ifPresent(open -> open.personSetsCondition(was.get(), typed));
        }
    }
}
