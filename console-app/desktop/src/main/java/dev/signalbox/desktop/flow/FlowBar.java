// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// Over the canvas: the flow's name, taking back, zoom, and whether the hub has it.
final class FlowBar extends HBox {
    private final FlowsViewModel model;
    private final Label name = new Label();
    private final Label saved = new Label();
    private final Button enabling = button("flow-enable", Icons.PAUSE, "Disable this flow", this::enable);
    private Subscription looking = Subscription.EMPTY;

    FlowBar(FlowsViewModel model, FlowCanvas canvas, FlowChoosers files) {
        this.model = model;
        Viewport viewport = canvas.viewport();
        getStyleClass().add("page-bar");
        name.getStyleClass().add("pane-title");
        saved.setId("flow-save-state");
        saved.getStyleClass().addAll("muted", "small-words");
        var zoom = new Label();
        zoom.setId("flow-zoom");
        zoom.getStyleClass().addAll("muted", "small-words");
        zoom.textProperty().bind(viewport.zoom().map(z -> Math.round(z.doubleValue() * 100) + " %"));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        name,
                        new Separator(Orientation.VERTICAL),
                        button("undo", Icons.UNDO, "Take back (Ctrl+Z)", () -> current(FlowViewModel::personUndoes)),
                        button("redo", Icons.REDO, "Do again (Ctrl+Y)", () -> current(FlowViewModel::personRedoes)),
                        button("fit", Icons.FIT, "Back to the beginning, full size (Ctrl+0)", viewport::home),
                        zoom,
                        button("note-add", Icons.NOTE, "Add a note (N)", canvas::addNote),
                        new ArrangeMenu(model),
                        gap,
                        saved,
                        button("flow-export", Icons.EXPORT, "Export this flow to a file", files::personExports),
                        enabling,
                        button("flow-delete", Icons.DELETE, "Delete this flow", this::delete));
        model.current().subscribe(this::follow);
        model.current().subscribe(open -> showEnabled());
        model.disabled().subscribe(names -> showEnabled());
    }

    private static Button button(String id, Icons icon, String meaning, Runnable press) {
        Button button = Buttons.quiet(icon, meaning, press);
        button.setId(id);
        return button;
    }

    private void current(Consumer<FlowViewModel> action) {
        model.current().get().ifPresent(action);
    }

    private void follow(Optional<FlowViewModel> open) {
        looking.unsubscribe();
        looking = open.map(flow -> Subscription.combine(
                        flow.flow().subscribe(now -> name.setText(now.name())),
                        flow.saving().state().subscribe(state -> saved.setText(state.words()))))
                .orElse(Subscription.EMPTY);
    }

    private boolean isSwitchedOff() {
        return model.current()
                .get()
                .filter(open ->
                        model.disabled().get().contains(open.flow().get().name()))
                .isPresent();
    }

    private void showEnabled() {
        boolean disabled = isSwitchedOff();
        String meaning = disabled ? "Enable this flow: its steps run again" : "Disable this flow: its steps stop";
        enabling.setGraphic((disabled ? Icons.PLAY : Icons.PAUSE).node("icon-small"));
        enabling.setTooltip(new Tooltip(meaning));
        enabling.setAccessibleText(meaning);
    }

    private void enable() {
        current(open -> {
            String flow = open.flow().get().name();
            boolean on = isSwitchedOff();
            String words = "Its steps stop on all nodes and stay so, also after restarts and releases, until it is"
                    + " enabled. Messages for them are lost meanwhile, and counted.";
            if (on || Ask.confirm(getScene().getWindow(), "Disable flow " + flow + "?", words, "Disable")) {
                model.personEnables(flow, on);
            }
        });
    }

    private void delete() {
        current(open -> {
            String flow = open.flow().get().name();
            String words = "Its steps go on running until the next release.";
            if (Ask.confirm(getScene().getWindow(), "Delete flow " + flow + "?", words, "Delete")) {
                model.personDeletes(flow);
            }
        });
    }
}
