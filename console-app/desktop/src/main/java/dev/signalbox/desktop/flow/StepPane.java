// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.desktop.kit.Navigator;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.kit.Section;
import dev.signalbox.operator.flow.Flow.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// About the selected step: its name, service and version, where it runs, its values, and how it fares.
final class StepPane extends VBox {
    private final FlowsViewModel model;
    private final Lamp lamp = new Lamp(Lamp.State.DARK);
    private final Label title = new Label();
    private final StepName name;
    private final Button service = Buttons.plain("", () -> {});
    private final ComboBox<String> version = new ComboBox<>();
    private final LiveSection live;
    private final AssignmentEditor assignment;
    private final PropertyForm properties;
    private final VBox sections;
    private Subscription looking = Subscription.EMPTY;
    private boolean filling;

    StepPane(FlowsViewModel model, Navigator navigator, Stepping stepping) {
        this.model = model;
        name = new StepName(model);
        assignment = new AssignmentEditor(model);
        properties = new PropertyForm(model);
        live = new LiveSection(model, navigator, stepping);
        getStyleClass().addAll("pane", "pane-right", "step-pane");
        title.getStyleClass().add("pane-title");
        var head = new HBox(lamp, title);
        head.getStyleClass().add("pane-head");
        service.getStyleClass().add("link");
        service.setOnAction(e -> navigator.go(Place.SERVICES, service.getText()));
        version.setId("step-version");
        version.setAccessibleText("Version of the service");
        version.setMaxWidth(Double.MAX_VALUE);
        version.valueProperty().addListener((at, old, now) -> chooseVersion());
        sections = new VBox(
                new Section("Step", facts()),
                new Section("Runs on", assignment),
                new Section("Properties", properties),
                new Section("Live", live));
        var scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        model.current().subscribe(this::follow);
        model.heard().subscribe(ignored -> show());
        model.moved().subscribe(ignored -> model.selectedStep().ifPresent(this::tell));
    }

    /// Has the name typed anew, when a step is shown.
    void rename() {
        if (isVisible()) {
            name.requestFocus();
            name.selectAll();
        }
    }

    /// One more section, under the others.
    void add(Section section) {
        sections.getChildren().add(section);
    }

    private GridPane facts() {
        var grid = new GridPane();
        grid.getStyleClass().add("step-facts");
        grid.addRow(0, muted("Name"), name);
        grid.addRow(1, muted("Service"), service);
        grid.addRow(2, muted("Version"), version);
        GridPane.setHgrow(name, Priority.ALWAYS);
        GridPane.setHgrow(version, Priority.ALWAYS);
        return grid;
    }

    private static Label muted(String words) {
        var label = new Label(words);
        label.getStyleClass().addAll("muted", "small-words", "fact-name");
        return label;
    }

    private void follow(Optional<FlowViewModel> open) {
        looking.unsubscribe();
        looking = open.map(flow -> Subscription.combine(
                        flow.flow().subscribe(now -> show()), flow.selection().subscribe(s -> show())))
                .orElse(Subscription.EMPTY);
        show();
    }

    private void show() {
        Optional<Step> step = model.current().get().flatMap(FlowViewModel::selectedStep);
        setVisible(step.isPresent());
        setManaged(step.isPresent());
        step.ifPresent(this::show);
    }

    private void show(Step step) {
        name.show(step.name());
        filling = true;
        title.setText(step.name());
        service.setText(step.service());
        List<String> choices = new ArrayList<>();
        choices.add(Step.LATEST);
        model.services().versions(step.service()).forEach(v -> choices.add(v.toString()));
        if (!choices.equals(version.getItems())) {
            version.getItems().setAll(choices);
        }
        version.setValue(step.version());
        filling = false;
        tell(step);
        assignment.show(step);
        properties.show(step);
    }

    /// How it fares and how busy it is just now; what is being typed stays as it is.
    private void tell(Step step) {
        Live now = model.live();
        lamp.show(now.fare(step.name()).lamp());
        live.show(now, step.name());
    }

    private void chooseVersion() {
        String chosen = version.getValue();
        if (!filling && chosen != null) {
            model.current()
                    .get()
                    .ifPresent(open -> open.selectedStep()
                            .ifPresent(step -> open.personEdits(f -> StepEdits.version(f, step.name(), chosen))));
        }
    }
}
