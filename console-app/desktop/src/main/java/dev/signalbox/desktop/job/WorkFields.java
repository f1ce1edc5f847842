// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.operator.job.JobKind;
import dev.signalbox.operator.job.JobWork;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What each device is asked: a method and its payload, or a change.
final class WorkFields extends VBox {
    static final JobWork FIRST = new JobWork(JobKind.CALL, "", "", 30);

    private final Map<JobKind, ToggleButton> kinds = new EnumMap<>(JobKind.class);
    private final ToggleGroup group = new ToggleGroup();
    private final TextField method = new TextField();
    private final TextField response = new TextField();
    private final TextArea document = new TextArea();
    private final Label documentName = new Label();
    private Runnable changed = () -> {};

    WorkFields(Function<JobField, Label> hint) {
        getStyleClass().add("ask-form");
        ToggleButton calls = kind(JobKind.CALL, "Call a method");
        var choice = new HBox(
                calls,
                kind(JobKind.DESIRED, "Change desired properties"),
                kind(JobKind.TAGS, "Change tags"),
                kind(JobKind.TWIN, "Change both"));
        choice.getStyleClass().add("job-kinds");
        method.setId("job-method");
        method.setPromptText("restart");
        response.setId("job-response");
        document.setId("job-document");
        document.setPrefRowCount(4);
        document.getStyleClass().add("mono");
        var named = Fields.named("Method", method, hint.apply(JobField.METHOD));
        HBox.setHgrow(named, Priority.ALWAYS);
        var seconds = Fields.named("Seconds to answer", response, hint.apply(JobField.RESPONSE));
        seconds.getStyleClass().add("job-number");
        var call = new HBox(named, seconds);
        call.getStyleClass().add("job-line");
        call.visibleProperty().bind(calls.selectedProperty());
        call.managedProperty().bind(call.visibleProperty());
        documentName.getStyleClass().add("field-name");
        documentName.setLabelFor(document);
        Label complaint = hint.apply(JobField.DOCUMENT);
        Fields.mark(document, complaint);
        var written = new VBox(documentName, document, complaint);
        written.getStyleClass().add("field");
        getChildren().addAll(choice, call, written);
        method.textProperty().addListener((its, before, now) -> changed.run());
        response.textProperty().addListener((its, before, now) -> changed.run());
        document.textProperty().addListener((its, before, now) -> changed.run());
        group.selectedToggleProperty().addListener((its, before, now) -> chosen(before, now));
    }

    private ToggleButton kind(JobKind kind, String words) {
        var button = new ToggleButton(words);
        button.setId("job-kind-" + kind.name().toLowerCase(java.util.Locale.ROOT));
        button.setToggleGroup(group);
        button.setUserData(kind);
        button.setMinWidth(USE_PREF_SIZE);
        kinds.put(kind, button);
        return button;
    }

    /// One is chosen always.
    private void chosen(Toggle before, Toggle now) {
        if (now == null) {
            group.selectToggle(before);
            return;
        }
        boolean isCall = kind() == JobKind.CALL;
        documentName.setText(isCall ? "Payload as JSON, or nothing" : "What is merged, as JSON; null removes");
        document.setPromptText(
                switch (kind()) {
                    case CALL -> "{\"delaySeconds\": 5}";
                    case DESIRED -> "{\"speed\": 120}";
                    case TAGS -> "{\"site\": \"north\"}";
                    case TWIN -> "{\"tags\": {\"site\": \"north\"}, \"properties\": {\"desired\": {\"speed\": 120}}}";
                });
        changed.run();
    }

    void changed(Runnable action) {
        changed = action;
    }

    void show(JobWork work) {
        group.selectToggle(kinds.get(work.kind()));
        method.setText(work.method());
        response.setText(Integer.toString(work.responseSeconds() == 0 ? 30 : work.responseSeconds()));
        document.setText(work.document());
    }

    JobWork typed() {
        boolean isCall = kind() == JobKind.CALL;
        String seconds = response.getText().strip();
        int number = seconds.matches("\\d{1,4}") ? Integer.parseInt(seconds) : -1;
        return new JobWork(
                kind(),
                isCall ? method.getText().strip() : "",
                document.getText().strip(),
                isCall ? number : 0);
    }

    /// What a job that does this may be called.
    String name() {
        return switch (kind()) {
            case CALL -> method.getText();
            case DESIRED -> "set-desired";
            case TAGS -> "set-tags";
            case TWIN -> "change-twin";
        };
    }

    private JobKind kind() {
        Toggle chosen = group.getSelectedToggle();
        return chosen == null ? JobKind.CALL : (JobKind) chosen.getUserData();
    }

    @Override
    public void requestFocus() {
        (kind() == JobKind.CALL ? method : document).requestFocus();
    }
}
