// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Problems;
import dev.signalbox.operator.stream.ClearingView;
import dev.signalbox.operator.stream.ClearingWay;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Over the dead letters: how they leave.
final class LettersBar extends VBox {
    private static final Duration LOOK_AGAIN = Duration.seconds(1);

    private final LettersViewModel model;
    private final ObservableValue<Boolean> running;

    LettersBar(LettersViewModel model) {
        this.model = model;
        running =
                model.clearing().map(last -> last.filter(ClearingView::running).isPresent());
        var problems = new Problems();
        model.asking().problem().subscribe(found -> found.ifPresentOrElse(problems::show, problems::clear));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(which(), again(), discard(), gap, progress(), words());
        bar.getStyleClass().addAll("stream-bar", "letters-bar");
        getChildren().addAll(bar, problems);
        var clock = new Timeline(new KeyFrame(LOOK_AGAIN, e -> model.look()));
        clock.setCycleCount(Animation.INDEFINITE);
        running.subscribe(runs -> {
            if (runs) {
                clock.play();
            } else {
                clock.stop();
            }
        });
    }

    /// What is selected in a table is what is meant.
    void follows(TableView<MessageRow> table) {
        var rows = table.getSelectionModel().getSelectedItems();
        rows.subscribe(() -> {
            if (isVisible()) {
                model.personSelects(rows.stream()
                        .filter(Objects::nonNull)
                        .map(MessageRow::key)
                        .toList());
            }
        });
    }

    private Node which() {
        var box = new ComboBox<>(model.choices());
        box.setId("letters-which");
        box.setAccessibleText("Which dead letters");
        box.getStyleClass().add("letters-which");
        box.setPromptText("None");
        model.chosen().subscribe(now -> box.setValue(now.orElse(null)));
        box.valueProperty().subscribe(which -> {
            if (which != null) {
                model.personChooses(which);
            }
        });
        return box;
    }

    private Node again() {
        Button again = Buttons.plain(
                Icons.AGAIN,
                "Send again",
                () -> model.wanted(ClearingWay.SEND_AGAIN).ifPresent(model::personClears));
        again.setId("letters-again");
        again.setTooltip(new Tooltip("Have the hub sort them anew, by the rules of now"));
        return whileAny(again);
    }

    private Node discard() {
        Button discard = Buttons.plain(Icons.DELETE, "Discard…", this::askToDiscard);
        discard.setId("letters-discard");
        return whileAny(discard);
    }

    private Node whileAny(Button button) {
        Runnable look = () -> button.setDisable(model.chosen().get().isEmpty() || running.getValue());
        model.chosen().subscribe(look);
        running.subscribe(look);
        look.run();
        return button;
    }

    private void askToDiscard() {
        model.chosen()
                .get()
                .ifPresent(which -> model.wanted(ClearingWay.DISCARD).ifPresent(wanted -> {
                    String what = which.isSelection()
                            ? "They are forgotten for good: nobody can read them or send them again."
                            : "All with the reason " + which.reason()
                                    + " are forgotten for good: nobody can read them or send them again.";
                    if (Ask.confirm(getScene().getWindow(), "Discard " + which.lettersWords() + "?", what, "Discard")) {
                        model.personClears(wanted);
                    }
                }));
    }

    private Node progress() {
        var progress = new ProgressBar();
        progress.getStyleClass().add("letters-progress");
        progress.visibleProperty().bind(running);
        progress.managedProperty().bind(running);
        model.clearing()
                .subscribe(last ->
                        progress.setProgress(last.map(ClearingWords::progress).orElse(0.0)));
        return progress;
    }

    private Node words() {
        var words = new Label();
        words.setId("letters-words");
        words.getStyleClass().addAll("muted", "small-words");
        words.setMinWidth(0);
        words.textProperty()
                .bind(model.clearing()
                        .map((Optional<ClearingView> last) ->
                                last.map(ClearingWords::of).orElse("")));
        return words;
    }
}
