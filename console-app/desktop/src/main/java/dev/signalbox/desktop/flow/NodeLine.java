// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.desktop.kit.LiveWords;
import dev.signalbox.desktop.kit.Navigator;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.protocol.action.StepDeed;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.figures.StepFigures;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How a step fares on one node: state, how busy it is there, and what is wrong.
final class NodeLine extends VBox {
    private final Lamp lamp = new Lamp(Lamp.State.DARK);
    private final Hyperlink node = new Hyperlink();
    private final Label state = words("muted");
    private final Label busy = words("live-value");
    private final Label problem = words("");
    private final Stepping stepping;
    private final StepButtons buttons = new StepButtons(this::personAsks);
    private @Nullable StepOnNode shown;

    NodeLine(Navigator navigator, Stepping stepping) {
        this.stepping = stepping;
        getStyleClass().add("live-node");
        node.setOnAction(e -> navigator.go(Place.NODES, node.getText()));
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        busy.setWrapText(true);
        busy.managedProperty().bind(busy.textProperty().isNotEmpty());
        state.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(lamp, node, gap, state, buttons);
        row.getStyleClass().add("row");
        getChildren().addAll(row, busy, problem);
    }

    private static Label words(String style) {
        var label = new Label();
        label.getStyleClass().addAll(style, "small-words");
        return label;
    }

    private void personAsks(StepDeed deed) {
        if (shown != null) {
            stepping.personAsks(shown, deed);
        }
    }

    void show(StepOnNode now, Optional<StepFigures> figures) {
        shown = now;
        buttons.show(now);
        lamp.show(now.state().map(Fare::lamp).orElse(Lamp.State.DARK));
        node.setText(now.node());
        state.setText(now.words());
        busy.setText(figures.map(LiveWords::lineWithCost).orElse(""));
        problem.setText(now.problem().map(Problem::what).orElse(""));
        problem.getStyleClass().setAll("label", "small-words", now.isTroubled() ? "danger-words" : "muted");
    }
}
