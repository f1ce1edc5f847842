// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.release;

import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Problems;
import dev.signalbox.workbench.release.ReleasePlan;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Shows what a release would change, and releases it.
public final class ReleaseDialog {
    private final ReleaseViewModel model;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final Label words = new Label();
    private final Problems problem = new Problems();
    private final Lamp lamp = new Lamp(Lamp.State.DARK);
    private final Label failures = new Label();

    private ReleaseDialog(ReleaseViewModel model) {
        this.model = model;
    }

    /// Opens over a window, and plans at once.
    public static void open(Window owner, ReleaseDesk desk, OnFx fx) {
        var model = new ReleaseViewModel(desk, fx);
        new ReleaseDialog(model).build(owner).show();
        model.personPlans();
    }

    private Dialog<ButtonType> build(Window owner) {
        dialog.initOwner(owner);
        dialog.setTitle("Release");
        var go = new ButtonType("Release", ButtonData.OK_DONE);
        var pane = dialog.getDialogPane();
        pane.setContent(content());
        pane.getButtonTypes().addAll(go, ButtonType.CLOSE);
        var confirm = (Button) pane.lookupButton(go);
        confirm.setId("release-confirm");
        confirm.getStyleClass().add("accent");
        confirm.textProperty().bind(model.needsOthers().map(others -> others ? "Sign and propose" : "Release"));
        confirm.disableProperty().bind(model.canRelease().not());
        confirm.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            model.personReleases();
        });
        pane.lookupButton(ButtonType.CLOSE).setId("release-close");
        dialog.setOnHidden(e -> model.personLeaves());
        return dialog;
    }

    /// What the release is about, then how it fares, and why it failed where it did.
    private VBox told() {
        lamp.setVisible(false);
        lamp.managedProperty().bind(lamp.visibleProperty());
        failures.setId("release-failures");
        failures.getStyleClass().addAll("danger-words", "small-words");
        failures.setWrapText(true);
        failures.setMinHeight(Region.USE_PREF_SIZE);
        failures.managedProperty().bind(failures.textProperty().isNotEmpty());
        return new VBox(Fields.row(lamp, words), failures);
    }

    private VBox content() {
        var title = new Label("Release");
        title.getStyleClass().add("ask-title");
        words.setId("release-words");
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        var busy = new ProgressBar();
        busy.setMaxWidth(Double.MAX_VALUE);
        var working = Bindings.createBooleanBinding(
                () -> model.stage().get() == ReleaseStage.PLANNING
                        || model.stage().get() == ReleaseStage.RELEASING,
                model.stage());
        busy.visibleProperty().bind(working);
        busy.managedProperty().bind(working);
        var plan = new PlanView();
        var scroll = new ScrollPane(plan);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("release-scroll");
        var note = new TextField();
        note.setId("release-note");
        note.setAccessibleText("Why this release");
        note.setPromptText("Why, in a few words");
        note.textProperty().bindBidirectional(model.note());
        note.disableProperty().bind(model.isPlanned().not());
        var stages = new StagesForm(model.stages());
        stages.setVisible(false);
        stages.managedProperty().bind(stages.visibleProperty());
        stages.disableProperty().bind(model.isPlanned().not());
        model.plan().subscribe(_ -> stages.setVisible(model.hasWayBack()));
        model.plan().subscribe(found -> found.ifPresent(plan::show));
        model.problem().subscribe(found -> found.ifPresentOrElse(problem::show, problem::clear));
        model.stage().subscribe(stage -> words.setText(words(stage)));
        model.arrivals().subscribe(now -> now.ifPresent(this::show));
        var body = new VBox(title, told(), busy, problem, scroll, stages, note);
        body.getStyleClass().addAll("ask", "release");
        return body;
    }

    private void show(Arrivals now) {
        words.setText(now.words());
        failures.setText(String.join("\n", now.failed()));
        lamp.show(!now.failed().isEmpty() ? Lamp.State.DANGER : now.isOver() ? Lamp.State.CLEAR : Lamp.State.CAUTION);
        lamp.setVisible(true);
    }

    private String words(ReleaseStage stage) {
        return switch (stage) {
            case PLANNING -> "Compiling and comparing with what runs now…";
            case PLANNED -> model.plan().get().map(this::words).orElse("");
            case RELEASING -> "Signing, and handing it to the hub…";
            case RELEASED ->
                model.done()
                        .get()
                        .map(done -> "Release " + done.number()
                                + (model.stages().wanted().get()
                                        ? " is on its way, stage by stage: watch and steer it on the page Releases."
                                        : " is on its way to the nodes."))
                        .orElse("");
            case PROPOSED -> model.proposal().get().map(ReleaseWords::proposed).orElse("");
            case FAILED -> "Nothing was released.";
        };
    }

    private String words(ReleasePlan plan) {
        Optional<Integer> blocked = Optional.of(plan.blockers().size()).filter(count -> count > 0);
        long number = plan.manifest().number();
        int nodes = plan.changes().size();
        return blocked.map(count -> "Release " + number + " cannot be made yet: "
                        + (count == 1 ? "one thing stands" : count + " things stand") + " in its way.")
                .orElse("Release " + number + " changes " + (nodes == 1 ? "1 node." : nodes + " nodes.")
                        + (model.needsOthers().get()
                                ? " Another operator has to sign it, too."
                                : " Each node checks the signature, and goes back by itself if a step fails."));
    }
}
