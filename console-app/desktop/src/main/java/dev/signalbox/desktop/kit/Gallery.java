// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import dev.signalbox.protocol.report.Problem;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Every small part the console is made of, in its states: for those who change the look.
public final class Gallery extends VBox {
    public Gallery() {
        setId("gallery");
        getStyleClass().addAll("page", "gallery");
        getChildren()
                .addAll(
                        row(buttons()),
                        row(each(Lamp.State.values(), Gallery::lamp)),
                        row(each(Chip.Tone.values(), tone -> new Chip(tone.name(), tone))),
                        row(each(Icons.values(), Icons::node)),
                        problem(),
                        new Warning("A device of this id is there already", "Replacing it cannot be taken back."),
                        row(List.of(choice(), search(), new CheckBox("mandatory"))),
                        complaint(),
                        list(),
                        new EmptyState(Icons.LOGS, "No lines yet", "Release a flow; its lines appear here."));
    }

    private static FlowPane row(List<Node> parts) {
        var row = new FlowPane();
        row.getStyleClass().add("gallery-row");
        row.getChildren().setAll(parts);
        return row;
    }

    private static <T> List<Node> each(T[] values, Function<T, Node> part) {
        return Stream.of(values).map(part).toList();
    }

    private static HBox lamp(Lamp.State state) {
        var lamp = new HBox(new Lamp(state), new Label(state.name()));
        lamp.getStyleClass().add("row");
        return lamp;
    }

    private static List<Node> buttons() {
        var pressed = new ToggleButton("Errors");
        pressed.setSelected(true);
        var disabled = Buttons.plain("Disabled", () -> {});
        disabled.setDisable(true);
        return List.of(
                Buttons.plain("Plain", () -> {}),
                Buttons.plain(Icons.PAUSE, "Pause", () -> {}),
                Buttons.primary("Release…", () -> {}),
                Buttons.danger("Delete", () -> {}),
                Buttons.quiet(Icons.MORE, "More"),
                disabled,
                new ToggleButton("Follow"),
                pressed);
    }

    private static Problems problem() {
        var problems = new Problems();
        problems.show(new Problem("hub.unreachable", "The hub cannot be reached.", "Start it, or check the address."));
        return problems;
    }

    private static ComboBox<String> choice() {
        var choice = new ComboBox<>(FXCollections.observableArrayList("0.2, locked", "latest"));
        choice.getSelectionModel().select(0);
        choice.setAccessibleText("Version");
        return choice;
    }

    private static HBox search() {
        var search = new TextField();
        search.setPromptText("Filter services");
        return Fields.withIcon(Icons.SEARCH, search);
    }

    private static VBox complaint() {
        var field = new TextField("82,5");
        field.getStyleClass().addAll("mono", "bad");
        var hint = new Label("Not a number. Write 82.5 with a point.");
        hint.getStyleClass().add("bad");
        return Fields.named("limitCelsius", field, hint);
    }

    private static ListView<String> list() {
        var list = new ListView<>(FXCollections.observableArrayList("BoilerWatch", "FilterBand", "HourlyMean"));
        list.getSelectionModel().select(0);
        list.setAccessibleText("Services");
        return list;
    }
}
