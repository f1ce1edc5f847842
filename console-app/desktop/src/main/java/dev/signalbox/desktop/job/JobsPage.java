// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Command;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Frame;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Lazy;
import dev.signalbox.desktop.kit.Navigator;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Page;
import dev.signalbox.desktop.kit.PageBar;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.query.QueryBox;
import dev.signalbox.desktop.query.QueryScope;
import dev.signalbox.workbench.job.Jobs;
import dev.signalbox.workbench.query.Queries;
import java.time.Clock;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The Jobs page: the jobs and the one that is looked at, or the form for a new one.
public final class JobsPage implements Page {
    private static final String JOBS = "jobs";

    private final JobsViewModel model;
    private final Lazy<Sight> sight;

    public JobsPage(Jobs jobs, Queries queries, OnFx fx, Navigator navigator) {
        model = new JobsViewModel(jobs, fx);
        sight = new Lazy<>(() -> {
            var condition = new QueryBox(queries, fx, QueryScope.CONDITION);
            var form = new JobForm(new JobFormViewModel(jobs, fx, Clock.systemUTC()), condition, this::formDone);
            var devices = new JobDevices(new DevicesViewModel(jobs, fx), id -> navigator.go(Place.DEVICES, id));
            return draw(form, overview(new JobPane(model, devices, this::again)));
        });
    }

    /// What is seen of the page: a job that is being made, or all of them.
    private record Sight(JobForm form, Node overview, StackPane all) {
        void show(Node one) {
            all.getChildren().setAll(one);
        }
    }

    private static Sight draw(JobForm form, Node overview) {
        var all = new StackPane(overview);
        return new Sight(form, overview, all);
    }

    private Node overview(JobPane pane) {
        var table = new JobTable(model);
        VBox.setVgrow(table, Priority.ALWAYS);
        var list = new VBox(bar(), new SeriesList(model), table, older());
        HBox.setHgrow(list, Priority.ALWAYS);
        Button first = Buttons.primary("Make a job", () -> begin(""));
        first.setId("job-first");
        var none = new EmptyState(
                Icons.JOBS,
                "No jobs yet",
                "A job calls a method or changes twins on every device that matches a condition, waits for those that"
                        + " are away, and tells how each of them fared.",
                first);
        return new Frame(
                new HBox(list, pane), none, model.list().empty(), model.list().problem());
    }

    private Node bar() {
        Button add = Buttons.primary("Make a job", () -> begin(""));
        add.setId("job-new");
        return new PageBar("Jobs", add)
                .counting(Bindings.createStringBinding(
                        () -> model.list().open() == 0 ? "" : model.list().open() + " open",
                        model.list().rows()));
    }

    private Node older() {
        var row = new HBox(Buttons.plain("Show older jobs", model.list()::personWantsOlder));
        row.getStyleClass().add("job-more");
        row.visibleProperty().bind(model.list().hasOlder());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    /// Something changed at the hub.
    ///
    /// @param what as the hub's feed of changes says it
    public void changed(String what) {
        if (what.equals(JOBS)) {
            model.list().look();
        }
    }

    private void begin(String condition) {
        sight.get().show(sight.get().form());
        sight.get().form().begin(condition);
    }

    private void again(JobRow row) {
        sight.get().show(sight.get().form());
        sight.get().form().begin(row.job());
    }

    private void formDone(String made) {
        sight.get().show(sight.get().overview());
        if (!made.isEmpty()) {
            model.made(made);
        }
    }

    @Override
    public Place place() {
        return Place.JOBS;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("Make a job…", place(), () -> begin("")));
    }

    @Override
    public Node view() {
        return sight.get().all();
    }

    @Override
    public void shown() {
        model.list().shown();
    }

    @Override
    public void left() {
        model.list().left();
    }

    /// @param argument a condition to make a job over
    @Override
    public void open(String argument) {
        begin(argument);
    }
}
