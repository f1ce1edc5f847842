// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Keys;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.query.QueryBox;
import dev.signalbox.desktop.query.QueryScope;
import dev.signalbox.workbench.query.Queries;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Narrows the list by a condition: where it is written, what the hub has against it, and which one is in force.
final class ConditionBar extends VBox {
    private final ConditionViewModel model;
    private final QueryBox box;

    ConditionBar(ConditionViewModel model, Queries queries, OnFx fx) {
        this.model = model;
        getStyleClass().add("condition-bar");
        box = new QueryBox(queries, fx, QueryScope.NARROWING);
        box.text().bindBidirectional(model.text());
        box.onEnter(this::ask);
        Keys.onEscape(this, model::personEscapes);
        getChildren().addAll(box, refusal(), inForce());
        model.inForce().map(now -> now.map(Narrowing::words)).addListener((its, before, now) -> box.check());
    }

    private void ask() {
        if (box.check()) {
            model.personAsks();
        }
    }

    /// Devices or kept queries may have changed.
    void look() {
        box.look();
    }

    private Node refusal() {
        var words = new Label();
        words.setId("condition-refused");
        words.getStyleClass().addAll("field-hint", "bad");
        words.setWrapText(true);
        words.textProperty()
                .bind(model.problem()
                        .map(found ->
                                found.map(it -> it.what() + " " + it.remedy()).orElse("")));
        words.managedProperty().bind(words.textProperty().isNotEmpty());
        return words;
    }

    private Node inForce() {
        var only = new Label("Only");
        only.setMinWidth(USE_PREF_SIZE);
        var condition = new Label();
        condition.setId("condition-in-force");
        condition.getStyleClass().add("mono");
        condition.setMinWidth(0);
        condition.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(condition, Priority.ALWAYS);
        condition
                .textProperty()
                .bind(model.inForce().map(now -> now.map(Narrowing::condition).orElse("")));
        var whole = new Tooltip();
        whole.textProperty().bind(condition.textProperty());
        condition.setTooltip(whole);
        var number = new Label();
        number.setId("condition-number");
        number.setMinWidth(USE_PREF_SIZE);
        number.textProperty()
                .bind(model.inForce().map(now -> now.map(Narrowing::words).orElse("")));
        var row = new HBox(Icons.FILTER.node("icon-small"), only, condition, number, more(), clear());
        row.getStyleClass().add("condition-in-force");
        row.visibleProperty().bind(model.inForce().map(Optional::isPresent));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private Button more() {
        Button more = Buttons.plain("More", model::personWantsMore);
        more.setId("condition-more");
        more.getStyleClass().add("small");
        more.visibleProperty().bind(model.hasMore());
        more.managedProperty().bind(more.visibleProperty());
        return more;
    }

    private Button clear() {
        Button clear = Buttons.quiet(Icons.CLOSE, "Show all devices again (Esc)", model::personClears);
        clear.setId("condition-clear");
        clear.getStyleClass().add("small");
        return clear;
    }
}
