// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Section;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Everything about the consumer token that is looked at, but its secret, which nobody knows any more.
final class ConsumerPane extends VBox {
    private static final String LOSS = "Its program reads no more from then on, also where it waits for messages right"
            + " now. How far it has come is forgotten.";

    private final ConsumersViewModel model;
    private final Label name = new Label();
    private final Chip state = new Chip("", Chip.Tone.GOOD);
    private final GridPane facts = grid();
    private final GridPane progress = grid();
    private final Label untold = Fields.quiet("Its program never told the hub how far it has come. It does so with"
            + " \"delete\" in what it asks; else it notes that itself.");

    ConsumerPane(ConsumersViewModel model) {
        this.model = model;
        getStyleClass().add("page");
        name.getStyleClass().add("pane-title");
        var head = new HBox(name, state);
        head.getStyleClass().add("page-bar");
        untold.managedProperty().bind(untold.visibleProperty());
        var delete = Buttons.plain(Icons.DELETE, "Delete…", this::confirm);
        delete.setId("delete-consumer");
        var sections = new ScrollPane(new VBox(
                new Section("This token", facts),
                new Section("How far it has come", untold, progress),
                new Section("Delete this token", Fields.quiet(LOSS), Fields.row(delete))));
        sections.setFitToWidth(true);
        VBox.setVgrow(sections, Priority.ALWAYS);
        getChildren().addAll(head, sections);
        model.selected().subscribe(row -> row.ifPresent(this::show));
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("authority-facts");
        return grid;
    }

    private void show(ConsumerRow row) {
        name.setText(row.name());
        name.setTooltip(new Tooltip(row.name()));
        state.setText(row.state());
        state.show(row.tone());
        facts.getChildren().clear();
        fact("Reads", row.channels());
        fact("Last used", row.used());
        fact("Ends", row.ends());
        fact("Made", row.made());
        progress.getChildren().clear();
        row.progress().forEach(this::progress);
        untold.setVisible(row.progress().isEmpty());
    }

    private void fact(String title, String value) {
        var words = new Label(value);
        words.setWrapText(true);
        GridPane.setHgrow(words, Priority.ALWAYS);
        facts.addRow(facts.getRowCount(), title(title), words);
    }

    private void progress(ConsumerRow.Progress one) {
        var done = new Label("done before key " + one.done());
        done.getStyleClass().add("muted");
        var behind = new Label(one.behindWords());
        progress.addRow(progress.getRowCount(), title(one.channel()), done, behind);
    }

    private static Node title(String words) {
        var label = new Label(words);
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }

    private void confirm() {
        String title = model.selected().get().map(ConsumerRow::name).orElse("the token");
        if (Ask.confirm(getScene().getWindow(), "Delete " + title + "?", LOSS, "Delete")) {
            model.personDeletes();
        }
    }
}
