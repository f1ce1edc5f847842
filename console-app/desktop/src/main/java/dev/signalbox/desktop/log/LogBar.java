// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.log;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.protocol.report.LogLevel;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The row of filters above the log.
final class LogBar extends HBox {
    private final LogViewModel model;

    LogBar(LogViewModel model, LogStore store) {
        this.model = model;
        getStyleClass().add("page-bar");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var clear = Buttons.quiet(Icons.CLEAR, "Forget these lines", store::clear);
        getChildren()
                .addAll(
                        text(),
                        choice("Any node", store.nodes(), LogFilter::node, LogFilter::withNode),
                        choice("Any service", store.services(), LogFilter::service, LogFilter::withService),
                        levels(),
                        gap,
                        new LogCounts(store),
                        new FollowButton(model),
                        clear);
    }

    private Node text() {
        var field = new TextField();
        field.setId("log-text");
        field.setPromptText("Find in messages");
        joins(field, LogFilter::text, LogFilter::withText);
        HBox box = Fields.withIcon(Icons.SEARCH, field);
        box.getStyleClass().add("log-search");
        return box;
    }

    private Node choice(
            String prompt,
            ObservableList<String> names,
            Function<LogFilter, String> part,
            BiFunction<LogFilter, String, LogFilter> with) {
        var box = new ComboBox<>(names);
        box.setEditable(true);
        box.setPromptText(prompt);
        box.setAccessibleText(prompt);
        box.getStyleClass().add("log-choice");
        joins(box.getEditor(), part, with);
        box.getEditor().setOnMouseClicked(e -> box.show());
        return box;
    }

    private void joins(
            TextField field, Function<LogFilter, String> part, BiFunction<LogFilter, String, LogFilter> with) {
        field.textProperty().subscribe(text -> change(with.apply(model.filter().get(), text == null ? "" : text)));
        model.filter().subscribe(now -> {
            if (!part.apply(now).equals(field.getText().strip())) {
                field.setText(part.apply(now));
            }
        });
    }

    private void change(LogFilter wanted) {
        model.filter().set(wanted);
    }

    private Node levels() {
        var row = new HBox();
        row.getStyleClass().add("log-levels");
        for (LogLevel level : LogLevel.values()) {
            row.getChildren().add(level(level));
        }
        return row;
    }

    private Node level(LogLevel level) {
        var button = new ToggleButton(level.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().addAll("log-level", level.name().toLowerCase(Locale.ROOT));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> change(model.filter().get().with(level, button.isSelected())));
        model.filter().subscribe(now -> button.setSelected(now.levels().contains(level)));
        return button;
    }
}
