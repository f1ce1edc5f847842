// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.desktop.kit.LiveFigures;
import dev.signalbox.desktop.kit.Navigator;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.kit.Problems;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.NodeReport;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Everything about the node that is looked at.
final class NodePane extends VBox {
    private final FleetViewModel model;
    private final Navigator navigator;
    private final Lamp lamp = new Lamp(Lamp.State.DARK);
    private final Label name = new Label();
    private final GridPane facts = new GridPane();
    private final Label outbox = new Label();
    private final Problems problem = new Problems();
    private final TextField tags = new TextField();
    private final Button saveTags = Buttons.plain("Save", this::saveTags);
    private final PersonsWishes wishes;
    private final StepList steps;
    private final NodeMenu menu;
    private final Label said = new Label();
    private final Label switchedOff = new Label();
    private final DriftStrip drift = new DriftStrip(this::converge);
    private final AppList apps = new AppList(this::tellApp);
    private @Nullable NodeRow shown;
    private @Nullable LiveFigures figures;

    NodePane(FleetViewModel model, Navigator navigator) {
        this.model = model;
        this.navigator = navigator;
        wishes = new PersonsWishes(model.operating(), this);
        steps = new StepList(new StepMenu(wishes));
        menu = new NodeMenu(wishes);
        getStyleClass().addAll("pane", "pane-right", "node-pane");
        name.getStyleClass().add("pane-title");
        facts.getStyleClass().add("node-facts");
        outbox.setId("node-outbox");
        outbox.setWrapText(true);
        switchedOff.setId("node-switched-off");
        switchedOff.setWrapText(true);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        outbox.textProperty().bind(model.messages());
        tags.setPromptText("site=north, role=press");
        tags.setAccessibleText("Tags");
        tags.setOnAction(e -> saveTags());
        var sections = new ScrollPane(new VBox(
                section("Release", facts, problem),
                section("Runs here", steps),
                section("Apps", apps),
                section("Tags", tagRow()),
                actions()));
        sections.setFitToWidth(true);
        VBox.setVgrow(sections, Priority.ALWAYS);
        getChildren().addAll(head(), outcome(), drift, sections);
        tags.textProperty().subscribe(this::tagsTyped);
        model.selected().subscribe(this::show);
    }

    private Node head() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(lamp, name, gap, menu);
        head.getStyleClass().add("pane-head");
        return head;
    }

    /// What came of what the person asked.
    private Node outcome() {
        said.setId("node-said");
        said.setWrapText(true);
        said.textProperty().bind(model.operating().said());
        var row = new HBox(Icons.INFO.node("icon-small"), said);
        row.getStyleClass().addAll("row", "node-said");
        row.visibleProperty().bind(said.textProperty().isNotEmpty());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private Node tagRow() {
        HBox.setHgrow(tags, Priority.ALWAYS);
        var row = new HBox(tags, saveTags);
        row.getStyleClass().add("row");
        return row;
    }

    private Node actions() {
        var row = new HBox(
                Buttons.plain(Icons.LOGS, "Logs", this::openLogs),
                Buttons.plain(Icons.COPY, "Token", this::showToken),
                Buttons.plain(Icons.DELETE, "Delete…", this::delete));
        row.getStyleClass().add("row");
        return section("This node", row);
    }

    private static VBox section(String title, Node... content) {
        var label = new Label(title);
        label.getStyleClass().add("section-title");
        var box = new VBox(label);
        box.getStyleClass().add("section");
        box.getChildren().addAll(content);
        return box;
    }

    private void show(Optional<NodeRow> row) {
        setVisible(row.isPresent());
        setManaged(row.isPresent());
        row.ifPresent(this::show);
    }

    private void show(NodeRow row) {
        boolean other = shown == null || !shown.id().equals(row.id());
        boolean tagsUntouched = shown != null && tags.getText().equals(shown.tags());
        shown = row;
        lamp.show(row.lamp());
        name.setText(row.id());
        showFacts(row);
        steps.show(row.steps(), row.node().orderedSteps(), row::isDisabled);
        tellHowBusy();
        wishes.of(row);
        menu.show(row.node().switches());
        switchedOff.setText(row.switchedOff());
        apps.show(row.apps(), row.node().connected());
        drift.show(row.drift());
        row.node().report().flatMap(NodeReport::problem).ifPresentOrElse(problem::show, problem::clear);
        if (other || tagsUntouched) {
            tags.setText(row.tags());
        }
        tagsTyped();
    }

    /// Shows what the steps count, as it comes.
    void follows(LiveFigures live) {
        figures = live;
        live.heard().subscribe(ignored -> tellHowBusy());
    }

    private void tellHowBusy() {
        LiveFigures live = figures;
        NodeRow row = shown;
        if (live != null && row != null) {
            steps.tell(step -> live.step(row.id(), step));
        }
    }

    private void showFacts(NodeRow row) {
        facts.getChildren().clear();
        fact("State", row.state());
        fact("Running", row.running() == 0 ? "no release" : "release " + row.running());
        fact(
                "Ordered",
                row.node().ordered() == 0
                        ? "no release"
                        : "release " + row.node().ordered());
        fact("Outbox", outbox);
        if (!row.switchedOff().isEmpty()) {
            fact("Switched off", switchedOff);
        }
        row.node().report().ifPresent(report -> fact("Agent", report.agentVersion()));
    }

    private void fact(String name, String value) {
        fact(name, new Label(value));
    }

    private void fact(String name, Label value) {
        var label = new Label(name);
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.TOP);
        facts.addRow(facts.getRowCount(), label, value);
    }

    private void tagsTyped() {
        boolean same = shown == null || shown.tags().equals(tags.getText().strip());
        saveTags.setDisable(same);
    }

    private void saveTags() {
        if (shown != null) {
            model.personSetsTags(shown.node().id(), tags.getText());
        }
    }

    private void converge() {
        if (shown != null) {
            model.operating().personConverges(List.of(shown.node().id()));
        }
    }

    private void openLogs() {
        if (shown != null) {
            navigator.go(Place.LOGS, "node=" + shown.id());
        }
    }

    private void showToken() {
        if (shown != null) {
            String id = shown.id();
            model.personWantsToken(
                    shown.node().id(),
                    token -> new TokenCard(id, token).show(getScene().getWindow()));
        }
    }

    private void tellApp(String app) {
        if (shown != null) {
            DeviceId id = shown.node().id();
            new CommandForm().ask(getScene().getWindow(), app, command -> model.personTellsApp(id, app, command));
        }
    }

    private void delete() {
        NodeRow row = shown;
        String words = "The hub forgets the node and its keys, and it can sign in no more. "
                + "What it has not sent yet is lost to the hub.";
        if (row != null && Ask.confirm(getScene().getWindow(), "Delete " + row.id() + "?", words, "Delete")) {
            model.personDeletes(row.node().id());
        }
    }
}
