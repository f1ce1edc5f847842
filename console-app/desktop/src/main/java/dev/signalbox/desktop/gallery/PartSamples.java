// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.gallery;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.desktop.kit.PageBar;
import dev.signalbox.desktop.kit.Problems;
import dev.signalbox.desktop.kit.Section;
import dev.signalbox.desktop.kit.Strip;
import dev.signalbox.desktop.kit.TallyBar;
import dev.signalbox.desktop.kit.Warning;
import dev.signalbox.protocol.report.Problem;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The parts that pages are put together from, each as it is when all is well, when nothing is there, when something is
/// wrong, and with a name of 200 characters.
final class PartSamples extends VBox {
    private static final String LONG =
            "a-name-of-two-hundred-characters-".repeat(7).substring(0, 200);

    PartSamples() {
        getStyleClass().add("gallery-parts");
        getChildren()
                .addAll(
                        row(each(Lamp.State.values(), PartSamples::lamp)),
                        row(each(Chip.Tone.values(), tone -> new Chip(tone.name(), tone))),
                        row(each(Icons.values(), Icons::node)),
                        new PageBar("Nodes", Buttons.plain(Icons.ADD, "Add a node", () -> {})),
                        new PageBar(LONG, Buttons.plain(Icons.ADD, "Add a node", () -> {})),
                        strip(),
                        new Section("Release", new Label("release 42"), Fields.quiet("Nothing waits.")),
                        new TallyBar(new TallyBar.Parts(120, 8, 3, 5, 12, 200)),
                        problem("The hub cannot be reached."),
                        problem("The node " + LONG + " does not answer."),
                        new Warning("A device of this id is there already", "Replacing it cannot be taken back."),
                        complaint(),
                        search(),
                        list(List.of("BoilerWatch", LONG, "HourlyMean")),
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
        return Fields.row(new Lamp(state), new Label(state.name()));
    }

    private static Strip strip() {
        return new Strip("gallery")
                .with("Messages", new Label("What came in."))
                .with("Rules", new Label("What is done with it."));
    }

    private static Problems problem(String what) {
        var problems = new Problems();
        problems.show(new Problem("hub.unreachable", what, "Start it, or check the address."));
        return problems;
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

    private static ListView<String> list(List<String> names) {
        var list = new ListView<>(FXCollections.observableArrayList(names));
        list.getSelectionModel().select(0);
        list.setAccessibleText("Services");
        return list;
    }
}
