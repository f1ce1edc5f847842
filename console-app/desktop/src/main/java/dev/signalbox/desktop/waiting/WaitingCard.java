// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Problems;
import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One device that waits: the code to compare, who asks, how long it still waits, and what to do about it.
final class WaitingCard extends VBox {
    private static final PseudoClass SOON = PseudoClass.getPseudoClass("soon");
    private static final String REJECTING =
            "The device is told to stop asking. If it was yours after all, start it again: it gets another code.";

    private final OperationViewModel model;
    private final Label device = new Label();
    private final Label origin = new Label();
    private final HBox marks = new HBox();
    private final ProgressBar left = new ProgressBar();
    private final Label leftWords = new Label();

    WaitingCard(OperationViewModel model, ObservableValue<Instant> now) {
        this.model = model;
        getStyleClass().addAll("card", "waiting-card");
        setMaxHeight(USE_PREF_SIZE);
        setId("card-" + code());
        origin.getStyleClass().addAll("muted", "small-words");
        marks.getStyleClass().add("waiting-marks");
        var about = new VBox(device(), origin, time(), marks);
        about.getStyleClass().add("waiting-about");
        HBox.setHgrow(about, Priority.ALWAYS);
        var head = new HBox(compared(), about);
        head.getStyleClass().add("waiting-head");
        var problems = new Problems();
        model.problem().subscribe(found -> found.ifPresentOrElse(problems::show, problems::clear));
        getChildren().addAll(head, problems);
        var form = new ApprovalForm(model);
        Node choices = choices();
        model.isDeciding().subscribe(is -> show(is ? form : choices));
        model.row().subscribe(row -> show(row, now.getValue()));
        now.subscribe(at -> tick(model.row().get(), at));
    }

    private String code() {
        return model.row().get().operation().code();
    }

    /// What does not show is not there, so that the keys do not lead to it.
    private void show(Node below) {
        getChildren().remove(2, getChildren().size());
        getChildren().add(below);
    }

    private Node compared() {
        var code = new Label(code());
        code.getStyleClass().addAll("mono", "waiting-code");
        code.setMinWidth(Region.USE_PREF_SIZE);
        var words = new Label("The device must show this code");
        words.getStyleClass().addAll("muted", "tiny-words");
        words.setMinWidth(Region.USE_PREF_SIZE);
        var box = new VBox(code, words);
        box.getStyleClass().add("waiting-compared");
        return box;
    }

    /// Never cut off: ids may differ at their ends only.
    private Node device() {
        device.getStyleClass().add("waiting-device");
        device.setWrapText(true);
        return device;
    }

    private Node time() {
        left.setMaxWidth(Double.MAX_VALUE);
        left.getStyleClass().add("waiting-left");
        HBox.setHgrow(left, Priority.ALWAYS);
        leftWords.getStyleClass().addAll("muted", "tiny-words");
        leftWords.setMinWidth(Region.USE_PREF_SIZE);
        return Fields.row(left, leftWords);
    }

    private void show(OperationRow row, Instant now) {
        device.setText(row.device());
        marks.getChildren().clear();
        if (row.operation().wantedExists()) {
            mark("a device of this id exists", "Letting this one in by the same id shuts the other one out.");
        }
        if (row.operation().askedTwice()) {
            mark("asked twice", "Another one waits for this id. Approving one cancels the other: compare the codes.");
        }
        tick(row, now);
    }

    private void mark(String words, String meaning) {
        var chip = new Chip(words, Chip.Tone.WARNING);
        chip.setTooltip(new Tooltip(meaning));
        marks.getChildren().add(chip);
    }

    private void tick(OperationRow row, Instant now) {
        origin.setText(row.origin(now));
        origin.setTooltip(new Tooltip(row.origin(now)));
        left.setProgress(row.left(now));
        leftWords.setText(row.leftWords(now));
        pseudoClassStateChanged(SOON, row.endsSoon(now));
    }

    private Node choices() {
        Button approve = Buttons.primary("Approve…", model::personBegins);
        approve.setId("approve-" + code());
        Button reject = Buttons.plain("Reject…", this::reject);
        reject.setId("reject-" + code());
        HBox row = Fields.row(approve, reject);
        row.getStyleClass().add("waiting-choices");
        return row;
    }

    private void reject() {
        if (Ask.confirm(getScene().getWindow(), "Reject " + model.row().get().name() + "?", REJECTING, "Reject")) {
            model.personRejects();
        }
    }
}
