// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Problems;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A chart of one field of the newest messages, and the names of its lines under it.
final class ChartPane extends VBox {
    private final ChartViewModel model;
    private final Consumer<String> toDevice;
    private final NumberChart chart = new NumberChart();
    private final FlowPane names = new FlowPane();

    /// @param toDevice leads to the page of a device
    ChartPane(ChartViewModel model, Consumer<String> toDevice) {
        this.model = model;
        this.toDevice = toDevice;
        getStyleClass().addAll("page", "chart-pane");
        names.getStyleClass().add("chart-names");
        VBox.setVgrow(chart, Priority.ALWAYS);
        var drawn = new VBox(chart, names);
        var either = new StackPane(drawn, none());
        drawn.visibleProperty().bind(Bindings.isNotEmpty(model.fields()));
        VBox.setVgrow(either, Priority.ALWAYS);
        var problems = new Problems();
        model.asking().problem().subscribe(found -> found.ifPresentOrElse(problems::show, problems::clear));
        getChildren().addAll(bar(), problems, either);
        model.lines().subscribe(this::show);
        visibleProperty().subscribe((before, now) -> look());
    }

    /// Another stream is looked at, or this tab is, or not any more.
    void look() {
        if (isVisible()) {
            model.look();
        } else {
            model.leave();
        }
    }

    private Node none() {
        var unread = new EmptyState(Icons.CHART, "Reading…", "");
        unread.visibleProperty().bind(model.isRead().not());
        var none = new EmptyState(
                Icons.CHART,
                "No numbers to draw",
                "Numbers are found in payloads that are JSON objects, such as {\"bar\": 2.5}. The newest messages have"
                        + " none.");
        none.visibleProperty().bind(model.isRead());
        var both = new StackPane(unread, none);
        both.visibleProperty().bind(Bindings.isEmpty(model.fields()));
        return both;
    }

    private Node bar() {
        var name = new Label("Field");
        name.getStyleClass().addAll("muted", "small-words");
        var field = new ComboBox<>(model.fields());
        field.setId("chart-field");
        field.setAccessibleText("Field to draw");
        field.setPromptText("no number yet");
        field.getStyleClass().add("chart-field");
        name.setLabelFor(field);
        model.field().subscribe(now -> field.setValue(now.isEmpty() ? null : now));
        field.setOnAction(choice -> {
            if (field.getValue() != null) {
                model.field().set(field.getValue());
            }
        });
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var words = new Label();
        words.setId("chart-words");
        words.getStyleClass().addAll("muted", "small-words");
        words.textProperty().bind(model.lines().map(ChartPane::words));
        var bar = new HBox(name, field, gap, words);
        bar.getStyleClass().add("stream-bar");
        return bar;
    }

    private static String words(Samples.Lines lines) {
        int points = lines.points();
        if (points == 0) {
            return "";
        }
        String which = points == 1 ? "The newest value" : String.format(Locale.ROOT, "The newest %,d values", points);
        return which + " · follows what comes";
    }

    private void show(Samples.Lines lines) {
        chart.show(lines, model.field().get());
        names.getChildren().setAll(lines.lines().stream().map(this::name).toList());
        if (lines.more() > 0) {
            var more = new Label(String.format(
                    Locale.ROOT, lines.more() == 1 ? "and %,d more device" : "and %,d more devices", lines.more()));
            more.getStyleClass().addAll("muted", "small-words");
            more.setTooltip(new Tooltip("No more than " + Samples.MOST_LINES + " lines are drawn"));
            names.getChildren().add(more);
        }
    }

    private Node name(ChartLine line) {
        var mark = new Region();
        mark.getStyleClass().addAll("chart-mark", "chart-mark-" + line.slot());
        Button device = Buttons.plain(line.device(), () -> toDevice.accept(line.device()));
        device.getStyleClass().add("link");
        device.setMinWidth(0);
        var value = new Label(line.last());
        value.getStyleClass().addAll("mono", "small-words");
        value.setMinWidth(Region.USE_PREF_SIZE);
        var name = new HBox(mark, device, value);
        name.getStyleClass().add("chart-name");
        return name;
    }
}
