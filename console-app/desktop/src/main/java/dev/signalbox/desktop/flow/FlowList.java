// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.operator.flow.Flow;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All flows by name.
final class FlowList extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final FlowsViewModel model;
    private final VBox rows = new VBox();

    /// @param create asks for a new one
    /// @param load asks for a file of one
    FlowList(FlowsViewModel model, Runnable create, Runnable load) {
        this.model = model;
        getStyleClass().add("flow-list");
        var title = new Label("Flows");
        title.getStyleClass().add("pane-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button add = Buttons.quiet(Icons.ADD, "New flow", create);
        add.setId("flow-new");
        add.getStyleClass().add("small");
        Button imports = Buttons.quiet(Icons.IMPORT, "Import a flow from a file", load);
        imports.setId("flow-import");
        imports.getStyleClass().add("small");
        var head = new HBox(title, gap, imports, add);
        head.getStyleClass().add("pane-head");
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        getChildren().addAll(head, scroll);
        model.all().addListener((ListChangeListener<Flow>) change -> show());
        model.current().subscribe(open -> show());
        model.disabled().subscribe(names -> show());
    }

    private void show() {
        Optional<String> current =
                model.current().get().map(open -> open.flow().get().name());
        rows.getChildren()
                .setAll(model.all().stream()
                        .map(flow -> row(
                                flow.name(), current.filter(flow.name()::equals).isPresent()))
                        .toList());
    }

    private Node row(String name, boolean current) {
        var words = new Label(name);
        var row = new HBox(Icons.FLOWS.node("icon-small"), words);
        if (model.disabled().get().contains(name)) {
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            row.getChildren().addAll(gap, new Chip("disabled", Chip.Tone.OUTLINE));
        }
        row.setId("open-flow-" + name);
        row.getStyleClass().add("flow-row");
        row.pseudoClassStateChanged(CURRENT, current);
        row.setOnMouseClicked(e -> model.personOpens(name));
        return row;
    }
}
