// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Problems;
import dev.signalbox.desktop.kit.Section;
import dev.signalbox.desktop.query.QueryBox;
import dev.signalbox.operator.job.JobView;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Where a job is written.
final class JobForm extends VBox {
    private final JobFormViewModel model;
    private final QueryBox condition;
    private final WorkFields work;
    private final TimeFields time;
    private final TextField id = new TextField();
    private final Map<JobField, Label> hints = new EnumMap<>(JobField.class);
    private final Button make = Buttons.primary("Make job", this::make);
    private final Consumer<String> done;
    private String suggested = "";

    /// @param done told the name of what was made, or nothing when the person thought better of it
    JobForm(JobFormViewModel model, QueryBox condition, Consumer<String> done) {
        this.model = model;
        this.condition = condition;
        this.done = done;
        work = new WorkFields(this::hint);
        time = new TimeFields(this::hint);
        id.setId("job-id");
        make.setId("job-make");
        getStyleClass().add("job-form-page");
        var scroll = new ScrollPane(fields());
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(bar(), scroll);
        work.changed(this::typed);
        time.changed(this::typed);
        id.textProperty().addListener((its, before, now) -> typed());
        condition.text().addListener((its, before, now) -> typed());
        condition.count().subscribe(this::counted);
        make.disableProperty().bind(model.busy());
        model.complaints().subscribe(this::complain);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private Node bar() {
        var title = new Label("New job");
        title.getStyleClass().add("pane-title");
        var bar = new HBox(title);
        bar.getStyleClass().add("page-bar");
        return bar;
    }

    private Node fields() {
        var problems = new Problems();
        model.problem().subscribe(found -> found.ifPresentOrElse(problems::show, problems::clear));
        var devices = new VBox(condition, hint(JobField.CONDITION));
        devices.getStyleClass().add("field");
        var name = Fields.named("Name", id, hint(JobField.ID));
        name.setMaxWidth(360);
        var buttons = new HBox(make, Buttons.plain("Discard", () -> done.accept("")));
        buttons.getStyleClass().add("row");
        var all = new VBox(
                new Section("What each device is asked", work),
                new Section("Which devices", devices),
                new Section("When, and how fast", time),
                new Section("What it is called", name),
                problems,
                buttons);
        all.getStyleClass().add("job-form");
        return all;
    }

    private Label hint(JobField field) {
        return hints.computeIfAbsent(field, its -> {
            var hint = new Label();
            hint.setId("complaint-" + its.name().toLowerCase(java.util.Locale.ROOT));
            hint.getStyleClass().addAll("field-hint", "bad");
            hint.setWrapText(true);
            hint.managedProperty().bind(hint.textProperty().isNotEmpty());
            return hint;
        });
    }

    private void counted(dev.signalbox.desktop.query.Count count) {
        boolean known = count.devices().isPresent();
        long number = count.devices().orElse(0);
        make.setText(known ? "Make job for " + (number == 1 ? "1 device" : number + " devices") : "Make job");
    }

    private void complain(Map<JobField, String> wrong) {
        hints.forEach((field, hint) -> hint.setText(wrong.getOrDefault(field, "")));
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
            make();
            key.consume();
        }
    }

    /// An empty form.
    ///
    /// @param over a condition to begin with, empty for all devices
    void begin(String over) {
        show(new JobDraft("", WorkFields.FIRST, over, "", JobDraft.Repeat.ONCE, JobDraft.Limits.USUAL));
    }

    /// A form that is filled in as that job was.
    void begin(JobView like) {
        show(JobDraft.like(like, ""));
    }

    private void show(JobDraft draft) {
        model.begin();
        work.show(draft.work());
        time.show(draft);
        condition.text().set(draft.condition());
        condition.look();
        suggested = "";
        id.setText("");
        typed();
        work.requestFocus();
    }

    private void typed() {
        if (id.getText().equals(suggested)) {
            suggested = model.name(work.name());
            id.setText(suggested);
        }
        model.typed(draft());
    }

    private JobDraft draft() {
        return time.into(id.getText().strip(), work.typed(), condition.text().get());
    }

    private void make() {
        model.personMakes(draft(), condition.check(), done);
    }
}
