// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Strip;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Everything about the stream that is looked at.
final class StreamPane extends StackPane {
    private final StreamModels models;
    private final Label title = new Label();
    private final Label about = new Label();
    private final Advice advice = new Advice();
    private final BatchesPane batches;
    private final ChartPane chart;
    private final RulesPane rules;
    private OptionalLong shown = OptionalLong.empty();

    /// @param toDevice leads to the page of a device
    StreamPane(StreamsViewModel list, StreamModels models, OnFx fx, Consumer<String> toDevice) {
        this.models = models;
        var message = new MessagePane(models.message(), fx, toDevice);
        batches = new BatchesPane(models.batches(), toDevice);
        chart = new ChartPane(models.chart(), toDevice);
        rules = new RulesPane(models.rules(), list::personDeletes);
        models.letters().whenEnded(() -> {
            models.lettersLeft();
            list.look();
        });
        var letters = new LettersBar(models.letters());
        var tabs = new Strip("stream")
                .with("Messages", new MessagesPane(models.messages(), message, letters, advice.view()))
                .with("Chart", chart)
                .with("Batches", batches)
                .with("Rules", rules);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        var content = new VBox(head(), tabs);
        var none = new EmptyState(Icons.STREAMS, "No stream chosen", "Choose one at the left to see what is in it.");
        content.visibleProperty().bind(list.selected().map(Optional::isPresent));
        none.visibleProperty().bind(list.selected().map(Optional::isEmpty));
        getChildren().addAll(none, content);
        list.selected().subscribe(row -> row.ifPresentOrElse(this::show, () -> shown = OptionalLong.empty()));
    }

    /// The page came to the front again.
    void comeBack() {
        chart.look();
    }

    private Node head() {
        title.getStyleClass().add("pane-title");
        title.setId("stream-title");
        about.getStyleClass().addAll("muted", "small-words");
        about.setId("stream-about");
        about.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, gap, about);
        head.getStyleClass().addAll("pane-head", "stream-head");
        return head;
    }

    private void show(StreamRow row) {
        title.setText(row.title());
        title.setTooltip(new Tooltip(row.title()));
        about.setText("channel " + row.number() + " · " + row.about());
        rules.show(row);
        if (shown.isEmpty() || shown.getAsLong() != row.number()) {
            shown = OptionalLong.of(row.number());
            advice.show(row);
            models.show(row);
            batches.look();
            chart.look();
        }
    }
}
