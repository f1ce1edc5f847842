// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow.tap;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The chosen message of a tap, whole as far as the node told it.
final class TapDetail extends VBox {
    private static final int ROWS = 9;

    private final Label facts = Fields.quiet("");
    private final TextArea payload = new TextArea();
    private final Label properties = new Label();
    private final Button again;
    private Optional<TapRow> shown = Optional.empty();

    /// @param inject begins to inject a message like this one
    TapDetail(Consumer<InjectDraft> inject) {
        getStyleClass().add("tap-detail");
        payload.setId("tap-payload");
        payload.setAccessibleText("The chosen message");
        payload.setEditable(false);
        payload.setPrefRowCount(ROWS);
        payload.getStyleClass().add("mono");
        facts.setId("tap-facts");
        properties.setId("tap-properties");
        properties.setWrapText(true);
        properties.getStyleClass().addAll("mono", "small-words");
        properties.managedProperty().bind(properties.textProperty().isNotEmpty());
        Button copy = Buttons.copying("Copy", taker -> shown.map(TapRow::copied).ifPresent(taker));
        copy.setId("tap-copy");
        again = Buttons.plain(
                "Inject again…",
                () -> shown.ifPresent(row -> inject.accept(new InjectDraft(true, row.payload(), row.properties()))));
        again.setId("tap-again");
        getChildren().addAll(facts, payload, properties, Fields.row(copy, again));
        managedProperty().bind(visibleProperty());
        show(null);
    }

    void show(@Nullable TapRow row) {
        shown = Optional.ofNullable(row);
        setVisible(row != null);
        if (row != null) {
            facts.setText(row.facts());
            payload.setText(row.payload());
            properties.setText(row.properties());
            again.setDisable(!row.isWhole());
        }
    }
}
