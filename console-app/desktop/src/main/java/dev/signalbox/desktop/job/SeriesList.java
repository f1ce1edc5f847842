// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.Icons;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The jobs that are made again and again. Takes no room while there are none.
final class SeriesList extends VBox {
    private final JobsViewModel model;

    SeriesList(JobsViewModel model) {
        this.model = model;
        getStyleClass().add("series-list");
        setId("series");
        model.list().series().addListener((ListChangeListener<SeriesRow>) change -> fill());
        fill();
    }

    private void fill() {
        getChildren().setAll(model.list().series().stream().map(this::row).toList());
        setVisible(!model.list().series().isEmpty());
        setManaged(isVisible());
    }

    private Node row(SeriesRow series) {
        var name = new Label(series.name());
        name.getStyleClass().add("strong");
        name.setMinWidth(80);
        name.setMaxWidth(260);
        name.setTooltip(new Tooltip(series.name()));
        var rule = new Label(series.rule());
        rule.getStyleClass().add("muted");
        rule.setMinWidth(0);
        rule.setMaxWidth(Double.MAX_VALUE);
        rule.setTooltip(new Tooltip(series.rule()));
        HBox.setHgrow(rule, Priority.ALWAYS);
        var row = new HBox(Icons.AGAIN.node("icon-small"), name, rule);
        if (!series.missed().isEmpty()) {
            row.getChildren().add(new Chip(series.missed(), Chip.Tone.WARNING));
        }
        Button end = Buttons.plain("End…", () -> end(series));
        end.getStyleClass().add("small");
        row.getChildren().addAll(new Chip(series.next(), Chip.Tone.PLAIN), end);
        row.getStyleClass().add("series-row");
        return row;
    }

    private void end(SeriesRow series) {
        String words = "No further job is made. Those that were made go on.";
        if (Ask.confirm(getScene().getWindow(), "End " + series.name() + "?", words, "End series")) {
            model.personEnds(series);
        }
    }
}
