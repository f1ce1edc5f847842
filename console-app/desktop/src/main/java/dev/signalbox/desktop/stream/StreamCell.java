// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Lamp;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A line of the list: a group's name, or a stream with how busy it is and what it keeps.
final class StreamCell extends ListCell<StreamItem> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final StreamsViewModel model;
    private final Lamp lamp = new Lamp(Lamp.State.DARK);
    private final Label name = new Label();
    private final Label rate = number("stream-rate");
    private final Label kept = number("stream-kept");
    private final HBox line;

    StreamCell(StreamsViewModel model) {
        this.model = model;
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        name.setMinWidth(0);
        line = new HBox(lamp, name, gap, rate, kept);
        line.getStyleClass().add("stream-line");
        setPrefWidth(0); // as wide as the list, and no wider
        model.rows().subscribe(this::showNumbers);
    }

    private static Label number(String style) {
        var label = new Label();
        label.getStyleClass().addAll("mono", "small-words", style);
        return label;
    }

    @Override
    protected void updateItem(StreamItem item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        setGraphic(null);
        setTooltip(null);
        pseudoClassStateChanged(HEADING, item instanceof StreamItem.Heading);
        if (item instanceof StreamItem.Heading(String group)) {
            setText(group);
        } else if (item != null) {
            setGraphic(line);
            showNumbers();
        }
    }

    private void showNumbers() {
        if (getItem() instanceof StreamItem.Entry(long number)) {
            Optional.ofNullable(model.rows().get().get(number)).ifPresent(this::show);
        }
    }

    private void show(StreamRow row) {
        setId("stream-" + row.number());
        name.setText(row.name());
        rate.setText(row.rateWords());
        kept.setText(row.keptWords());
        lamp.show(row.isAlarming() ? Lamp.State.DANGER : row.isBusy() ? Lamp.State.CLEAR : Lamp.State.DARK);
        kept.getStyleClass().remove("danger-words");
        if (row.isAlarming()) {
            kept.getStyleClass().add("danger-words");
        }
        setTooltip(new Tooltip(row.title() + "\n" + row.about()));
    }
}
