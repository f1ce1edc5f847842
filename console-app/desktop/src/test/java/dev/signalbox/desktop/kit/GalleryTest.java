// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.protocol.report.Problem;
import java.nio.file.Path;
import javafx.collections.FXCollections;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class GalleryTest {
    @Test
    void everySmallPartCanBeDrawnInBothThemes() {
        var scene = Pictures.show(GalleryTest::gallery, Theme.LIGHT);
        Pictures.saveBoth(scene, "gallery");
        assertThat(Path.of("target/pictures/gallery-dark.png")).exists();
    }

    private static VBox gallery() {
        var buttons = new HBox(
                8,
                Buttons.plain("Plain", () -> {}),
                Buttons.plain(Icons.PAUSE, "Pause", () -> {}),
                Buttons.primary("Release…", () -> {}),
                Buttons.danger("Delete", () -> {}),
                Buttons.quiet(Icons.MORE, "More"),
                new ToggleButton("Follow"));
        var on = new ToggleButton("Errors");
        on.setSelected(true);
        buttons.getChildren().add(on);
        var lamps = new HBox(8);
        lamps.getStyleClass().add("row");
        for (var state : Lamp.State.values()) {
            lamps.getChildren().addAll(new Lamp(state), new Label(state.name()));
        }
        var chips = new HBox(8);
        for (var tone : Chip.Tone.values()) {
            chips.getChildren().add(new Chip(tone.name(), tone));
        }
        var icons = new FlowPane(12, 12);
        for (var icon : Icons.values()) {
            icons.getChildren().add(icon.node());
        }
        var problems = new Problems();
        problems.show(new Problem("hub.unreachable", "The hub cannot be reached.", "Start it, or check the address."));
        var combo = new ComboBox<>(FXCollections.observableArrayList("0.2, locked", "latest"));
        combo.getSelectionModel().select(0);
        var search = new TextField();
        search.setPromptText("Filter services");
        var list = new ListView<>(FXCollections.observableArrayList("BoilerWatch", "FilterBand", "HourlyMean"));
        list.getSelectionModel().select(0);
        list.setPrefHeight(120);
        var bad = new TextField("82,5");
        bad.getStyleClass().addAll("mono", "bad");
        var hint = new Label("Not a number. Write 82.5 with a point.");
        hint.getStyleClass().add("bad");
        var box = new VBox(
                16,
                buttons,
                lamps,
                chips,
                icons,
                problems,
                new HBox(8, combo, Fields.withIcon(Icons.SEARCH, search), new CheckBox("mandatory")),
                Fields.named("limitCelsius", bad, hint),
                list,
                new EmptyState(Icons.LOGS, "No lines yet", "Release a flow; its lines appear here."));
        box.setPadding(new javafx.geometry.Insets(24));
        box.getStyleClass().add("page");
        return box;
    }
}
