// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Command;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.LiveFigures;
import dev.signalbox.desktop.kit.Navigator;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Page;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.kit.Problems;
import dev.signalbox.protocol.report.Problem;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The Nodes page.
public final class FleetPage implements Page {
    private static final Duration LOOK_AGAIN = Duration.seconds(10);

    private final FleetViewModel model;
    private final NodeTable table;
    private final NodePane pane;
    private final Label count = new Label();
    private final Button converge = Buttons.plain("", this::convergeAll);
    private final Problems problems = new Problems();
    private final HBox view;
    private final Timeline clock;

    public FleetPage(NodeDesk desk, OnFx fx, Navigator navigator) {
        model = new FleetViewModel(desk, fx);
        table = new NodeTable(model);
        var list = new VBox(bar(), banner(), tableOrNothing());
        HBox.setHgrow(list, Priority.ALWAYS);
        pane = new NodePane(model, navigator);
        view = new HBox(list, pane);
        view.getStyleClass().add("page");
        model.problem().subscribe(this::explain);
        clock = new Timeline(new KeyFrame(LOOK_AGAIN, e -> model.lookAtMessages()));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    /// Takes all news of nodes since the last pulse.
    public void hear(List<NodeNews> news) {
        model.hear(news);
    }

    /// Shows what the steps count, as it comes.
    public void follows(LiveFigures figures) {
        pane.follows(figures);
    }

    private Node bar() {
        var title = new Label("Nodes");
        title.getStyleClass().add("pane-title");
        count.getStyleClass().add("subtle");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var filter = new TextField();
        filter.setId("node-filter");
        filter.setPromptText("Filter by name, tag or state");
        model.filter().bind(filter.textProperty());
        HBox search = Fields.withIcon(Icons.SEARCH, filter);
        search.getStyleClass().add("node-search");
        Button add = Buttons.plain(Icons.ADD, "Add node", this::add);
        converge.setId("nodes-converge");
        converge.setTooltip(new Tooltip("Has them try again to run what is assigned to them"));
        converge.managedProperty().bind(converge.visibleProperty());
        var bar = new HBox(title, count, gap, converge, search, add);
        bar.getStyleClass().add("page-bar");
        return bar;
    }

    private Node banner() {
        var box = new VBox(problems);
        box.getStyleClass().add("banner-room");
        box.managedProperty().bind(problems.visibleProperty());
        return box;
    }

    private Node tableOrNothing() {
        var none = new EmptyState(
                Icons.NODES,
                "No nodes yet",
                "A node is a machine that runs your services. Add one, then start it with the line you are shown.",
                Buttons.primary("Add a node", this::add));
        table.setPlaceholder(new EmptyState(Icons.FILTER, "No node matches", "Change or clear the filter."));
        model.shown().addListener((ListChangeListener<NodeRow>) change -> counted(none));
        counted(none);
        var pane = new StackPane(table, none);
        VBox.setVgrow(pane, Priority.ALWAYS);
        return pane;
    }

    private void counted(Node none) {
        none.setVisible(model.knowsNone());
        table.setVisible(!model.knowsNone());
        int differ = model.drifting().size();
        converge.setVisible(differ > 0);
        converge.setText(differ == 1 ? "Converge 1 that differs" : "Converge " + differ + " that differ");
        count.setText(model.knowsNone() ? "" : model.online() + " of " + model.total() + " online");
    }

    private void explain(Optional<Problem> problem) {
        problem.ifPresentOrElse(problems::show, problems::clear);
    }

    private void convergeAll() {
        model.personConvergesAll();
    }

    private void add() {
        new NewNodeForm(model)
                .ask(view.getScene().getWindow())
                .ifPresent(node -> model.personAdds(
                        node,
                        token -> new TokenCard(node.name(), token)
                                .show(view.getScene().getWindow())));
    }

    @Override
    public Place place() {
        return Place.NODES;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("Add a node…", place(), this::add),
                new Command("Converge all nodes that differ", place(), model::personConvergesAll));
    }

    @Override
    public List<String> names() {
        return model.names();
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        table.tick();
        model.lookAtMessages();
        clock.play();
    }

    @Override
    public void left() {
        clock.stop();
    }

    /// @param argument a node's name
    @Override
    public void open(String argument) {
        table.choose(argument);
    }
}
