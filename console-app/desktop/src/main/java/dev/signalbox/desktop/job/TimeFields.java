// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.InWords;
import dev.signalbox.operator.job.JobWork;
import dev.signalbox.operator.job.Recurrence;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// When a job starts, how often it is made, how long it waits, how fast it goes and how often it asks.
final class TimeFields extends VBox {
    private final TextField start = field("job-start", "now");
    private final CheckBox repeats = new CheckBox("Make it again and again, every");
    private final TextField every = field("job-every", "1");
    private final ComboBox<Recurrence.Unit> unit = new ComboBox<>();
    private final TextField until = field("job-until", "no end");
    private final TextField window = field("job-window", "60");
    private final ComboBox<Long> windowUnit = new ComboBox<>();
    private final TextField perSecond = field("job-rate", "no limit");
    private final TextField attempts = field("job-attempts", "1");
    private Runnable changed = () -> {};

    TimeFields(Function<JobField, Label> hint) {
        getStyleClass().add("ask-form");
        repeats.setId("job-repeats");
        every.setAccessibleText("Again after how many");
        unit.setAccessibleText("Days, weeks and the like");
        until.setAccessibleText("Until when (UTC)");
        unit.getItems().setAll(Recurrence.Unit.values());
        unit.setConverter(new InWords<>(one -> one.name().toLowerCase(Locale.ROOT)));
        windowUnit.getItems().setAll(1L, 60L, 3_600L, 86_400L);
        windowUnit.setConverter(
                new InWords<>(one -> one == 1 ? "seconds" : one == 60 ? "minutes" : one == 3_600 ? "hours" : "days"));
        every.getStyleClass().add("job-short");
        window.getStyleClass().add("job-short");
        var limits = line(
                Fields.named("Start (UTC)", start, hint.apply(JobField.START)),
                Fields.named(
                        "Wait for devices that are away", Fields.row(window, windowUnit), hint.apply(JobField.WINDOW)),
                Fields.named("Devices a second", perSecond, hint.apply(JobField.RATE)),
                Fields.named("Times each is asked", attempts, hint.apply(JobField.ATTEMPTS)));
        var end = new Label("until (UTC)");
        end.setMinWidth(USE_PREF_SIZE);
        var repeat = Fields.row(repeats, every, unit, end, until);
        var rule = new VBox(repeat, hint.apply(JobField.RULE), hint.apply(JobField.UNTIL));
        rule.getStyleClass().add("field");
        for (Node part : new Node[] {every, unit, end, until}) {
            part.disableProperty().bind(repeats.selectedProperty().not());
        }
        getChildren().addAll(limits, rule);
        for (TextField each : new TextField[] {start, every, until, window, perSecond, attempts}) {
            each.textProperty().addListener((its, before, now) -> changed.run());
        }
        repeats.selectedProperty().addListener((its, before, now) -> changed.run());
        unit.valueProperty().addListener((its, before, now) -> changed.run());
        windowUnit.valueProperty().addListener((its, before, now) -> changed.run());
    }

    void changed(Runnable action) {
        changed = action;
    }

    void show(JobDraft draft) {
        start.setText(draft.start());
        repeats.setSelected(draft.repeat().on());
        every.setText(draft.repeat().every());
        unit.setValue(draft.repeat().unit());
        until.setText(draft.repeat().until());
        window.setText(draft.limits().window());
        windowUnit.setValue(draft.limits().unitSeconds());
        perSecond.setText(draft.limits().perSecond());
        attempts.setText(draft.limits().attempts());
    }

    /// The draft with these times.
    JobDraft into(String id, JobWork work, String condition) {
        var repeat = new JobDraft.Repeat(
                repeats.isSelected(),
                every.getText(),
                unit.getValue() == null ? Recurrence.Unit.DAYS : unit.getValue(),
                until.getText());
        var limits = new JobDraft.Limits(
                window.getText(),
                windowUnit.getValue() == null ? 60 : windowUnit.getValue(),
                perSecond.getText(),
                attempts.getText());
        return new JobDraft(id, work, condition, start.getText(), repeat, limits);
    }

    private static TextField field(String id, String prompt) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        return field;
    }

    private static HBox line(Node... nodes) {
        var line = new HBox(nodes);
        line.getStyleClass().add("job-line");
        return line;
    }
}
