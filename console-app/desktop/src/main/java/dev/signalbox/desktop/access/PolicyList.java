// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.operator.policy.PolicyView;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// All policies, each with what it lets its holder do.
final class PolicyList extends ListView<PolicyView> {
    PolicyList(AccessViewModel model) {
        super(model.all());
        setId("policy-list");
        setAccessibleText("Access policies");
        getStyleClass().add("policy-list");
        VBox.setVgrow(this, Priority.ALWAYS);
        setCellFactory(list -> new Cell());
        getSelectionModel().selectedItemProperty().subscribe(policy -> {
            if (policy != null) {
                model.personChose(policy.name());
            }
        });
        model.selected()
                .subscribe(policy -> policy.ifPresent(it -> getSelectionModel().select(it)));
    }

    private final class Cell extends ListCell<PolicyView> {
        @Override
        protected void updateItem(PolicyView policy, boolean empty) {
            super.updateItem(policy, empty);
            setGraphic(empty || policy == null ? null : row(policy));
        }
    }

    private Node row(PolicyView policy) {
        var name = new Label(policy.name());
        name.getStyleClass().add("strong");
        var rights = new Label(
                Right.of(policy.permissions()).stream().map(Right::title).collect(Collectors.joining(", ")));
        rights.getStyleClass().addAll("muted", "small-words");
        rights.setTooltip(new Tooltip(rights.getText()));
        var row = new VBox(name, rights);
        row.getStyleClass().add("policy-row");
        row.maxWidthProperty().bind(widthProperty().subtract(32));
        return row;
    }
}
