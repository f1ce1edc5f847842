// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Command;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Frame;
import dev.signalbox.desktop.kit.HubNews;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.KeyNote;
import dev.signalbox.desktop.kit.Lazy;
import dev.signalbox.desktop.kit.Navigator;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Page;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.kit.Section;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.workbench.node.NodeActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// The Flows page.
public final class FlowsPage implements Page {
    private final FlowsViewModel model;
    private final FlowChoosers files;
    private final Lazy<Sight> sight;

    /// @param nodes whose steps and wires are looked at
    public FlowsPage(FlowDesk desk, NodeActions nodes, OnFx fx, Navigator navigator) {
        model = new FlowsViewModel(desk, fx);
        files = new FlowChoosers(model, this::window);
        sight = new Lazy<>(
                () -> draw(new StepPane(model, navigator, new Stepping(nodes, fx)), new Debugging(model, nodes, fx)));
    }

    /// What is seen of the page.
    private record Sight(FlowCanvas canvas, Node all) {}

    private Sight draw(StepPane steps, Debugging debugging) {
        var wires = new WirePane(model);
        wires.getChildren().add(new Section("Debug", debugging.wires()));
        steps.add(new Section("Debug", debugging.steps()));
        var canvas = new FlowCanvas(model);
        var room = new StackPane(canvas, new CanvasHint(model));
        VBox.setVgrow(room, Priority.ALWAYS);
        var left =
                new VBox(new FlowList(model, this::create, files::personImports), new Palette(model, canvas.placing()));
        VBox.setVgrow(left.getChildren().getLast(), Priority.ALWAYS);
        left.getStyleClass().addAll("pane", "pane-left", "flow-pane");
        var middle = new VBox(new FlowBar(model, canvas, files), new FlowBanner(model), room);
        HBox.setHgrow(middle, Priority.ALWAYS);
        var actions = new CanvasActions(model, canvas, steps::rename);
        new SelectionKeys(canvas, actions);
        new CanvasMenus(model, canvas, actions, debugging);
        var work = new HBox(left, middle, steps, wires);
        var all = new Frame(work, none(), model.current().map(Optional::isEmpty), model.problem());
        new CanvasKeys(model, canvas.viewport()).join(all);
        return new Sight(canvas, all);
    }

    private Window window() {
        return view().getScene().getWindow();
    }

    private Node none() {
        Button first = Buttons.primary("New flow", this::create);
        first.setId("flow-first");
        return new EmptyState(
                Icons.FLOWS,
                "No flows yet",
                "A flow says which services run where, with which values, and what they send each other. Draw one,"
                        + " then release it.",
                first);
    }

    private void create() {
        new NewFlowForm(model).ask(window(), model);
    }

    /// Who is to be told what happens at the hub.
    public HubNews news() {
        return model;
    }

    @Override
    public Place place() {
        return Place.FLOWS;
    }

    @Override
    public List<Command> commands() {
        var commands = new ArrayList<>(List.of(
                new Command("New flow…", place(), this::create),
                new Command("Import flow…", place(), files::personImports),
                new Command("Export flow…", place(), files::personExports),
                new Command("Add a note", place(), () -> sight.get().canvas().addNote())));
        for (Arrangement one : Arrangement.values()) {
            commands.add(new Command(
                    one.words(), place(), () -> model.current().get().ifPresent(open -> open.personArranges(one))));
        }
        return commands;
    }

    @Override
    public List<String> names() {
        return model.all().stream().map(Flow::name).toList();
    }

    @Override
    public List<KeyNote> keys() {
        return CanvasKeys.ALL;
    }

    @Override
    public Node view() {
        return sight.get().all();
    }

    @Override
    public void shown() {
        model.look();
    }

    @Override
    public void left() {
        model.saveNow();
    }

    /// @param argument a flow's name, or `flow/step`
    @Override
    public void open(String argument) {
        int slash = argument.indexOf('/');
        if (slash < 0) {
            model.personOpens(argument);
        } else {
            model.personOpens(argument.substring(0, slash), argument.substring(slash + 1));
        }
    }
}
