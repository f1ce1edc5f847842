// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.Beat;
import dev.signalbox.desktop.kit.HubNews;
import dev.signalbox.desktop.kit.LiveFigures;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.figures.StepFigures;
import dev.signalbox.workbench.flow.Flows;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the Flows page knows: all flows, the one being drawn, the services to draw with, and the nodes.
final class FlowsViewModel implements HubNews {
    private final FlowDesk desk;
    private final Flows flows;
    private final Drawing drawing;
    private final Asking asking;
    private final KnownServices services;
    private final StepMaking steps;
    private final FlowTexts texts;
    private final Fleet fleet;
    private final LiveFigures figures;
    private final LongProperty moved = new SimpleLongProperty();
    private final ObservableList<Flow> all = FXCollections.observableArrayList();
    private final ObjectProperty<Set<String>> disabled = new SimpleObjectProperty<>(Set.of());
    private boolean resumed;

    FlowsViewModel(FlowDesk desk, OnFx fx) {
        this.desk = desk;
        flows = desk.flows();
        figures = desk.figures();
        fleet = new Fleet(fx);
        drawing = new Drawing(desk, fx);
        asking = new Asking(fx);
        services = new KnownServices(desk.services(), asking);
        texts = new FlowTexts(flows, services, drawing, asking);
        steps = new StepMaking(flows, services, asking);
        var beat = new Beat(fx, () -> moved.set(moved.get() + 1));
        fleet.heard().subscribe(ignored -> beat.ask());
        figures.heard().subscribe(ignored -> beat.ask());
    }

    /// Asks the hub for all flows and services.
    @Override
    public void look() {
        asking.ask(flows::list, this::list);
        asking.ask(flows::disabled, this::disabledAre);
        services.look(fleet::tell);
        drawing.current().get().ifPresent(open -> open.saving().look());
        if (!resumed) {
            resumed = true;
            asking.ask(desk::resume, this::resume);
        }
    }

    /// Goes on with what was not saved when the console ended.
    private void resume(FlowDesk.Resumed found) {
        found.trouble().ifPresent(asking::explainLasting);
        found.flow()
                .ifPresent(one -> drawing.of(one.flow().name())
                        .ifPresentOrElse(
                                open -> open.resume(one.found()), () -> drawing.onceSaved(() -> drawing.begin(one))));
    }

    private void list(List<Flow> found) {
        all.setAll(found);
        if (drawing.current().get().isEmpty() && !found.isEmpty()) {
            drawing.begin(found.getFirst());
        }
    }

    @Override
    public void hear(NodeView node) {
        fleet.hear(node);
    }

    @Override
    public void gone(String node) {
        fleet.gone(node);
    }

    /// Opens a flow in the place of the one that is open, once that is saved.
    void personOpens(String name) {
        personOpens(name, open -> {});
    }

    /// The same, and selects a step of it.
    void personOpens(String name, String step) {
        personOpens(name, open -> open.personSelects(step));
    }

    private void personOpens(String name, Consumer<FlowViewModel> then) {
        Runnable open = () -> asking.ask(() -> desk.open(name), opened -> then.accept(begin(opened)));
        drawing.of(name).ifPresentOrElse(then, () -> drawing.onceSaved(open));
    }

    private FlowViewModel begin(FlowDesk.Opened opened) {
        opened.found().trouble().ifPresent(asking::explainLasting);
        return drawing.begin(opened);
    }

    void personCreates(String name, String description) {
        asking.ask(() -> flows.create(name, description), this::made);
    }

    /// Makes a flow of a file, beside those that are there.
    void personImports(Path file) {
        texts.personImports(file, this::made);
    }

    private void made(Flow flow) {
        all.add(flow);
        drawing.onceSaved(() -> drawing.begin(flow));
    }

    void personDeletes(String name) {
        asking.ask(
                () -> {
                    flows.delete(name);
                    return flows.list();
                },
                found -> {
                    drawing.of(name).ifPresent(open -> drawing.end());
                    list(found);
                });
    }

    private void disabledAre(List<String> names) {
        disabled.set(Set.copyOf(names));
    }

    /// Has a flow's steps run or not run on all nodes.
    void personEnables(String name, boolean on) {
        asking.ask(() -> flows.enable(name, on), this::disabledAre);
    }

    /// Names of the flows that are disabled.
    ReadOnlyObjectProperty<Set<String>> disabled() {
        return disabled;
    }

    /// Gives up what could not be saved.
    void personDiscards() {
        drawing.current().get().ifPresent(open -> open.saving().personDiscards());
        asking.ask(flows::list, found -> {
            drawing.end();
            list(found);
        });
    }

    void saveNow() {
        drawing.saveNow();
    }

    /// Adds a step that runs a service, with the values it starts with.
    void personAdds(String service, double x, double y) {
        drawing.current().get().ifPresent(open -> steps.add(open, service, x, y));
    }

    /// Hands a secret's new value to the hub; the step then refers to it.
    void personReplacesSecret(String step, String property, String value) {
        drawing.current().get().ifPresent(open -> steps.replaceSecret(open, step, property, value));
    }

    /// How the open flow fares and how busy it is now, over all nodes.
    Live live() {
        String flow =
                drawing.current().get().map(open -> open.flow().get().name()).orElse("");
        return new Live(flow, fleet.fares(flow), fleet.versions(flow), figures.flow(flow));
    }

    /// How a step of the open flow fares on each node that has it, worst first.
    List<StepOnNode> on(Live live, String step) {
        return fleet.on(live.flow(), step);
    }

    /// What a step did on a node.
    Optional<StepFigures> figures(StepOnNode one) {
        return figures.step(one.node(), one.step());
    }

    Optional<Step> selectedStep() {
        return drawing.current().get().flatMap(FlowViewModel::selectedStep);
    }

    /// What comes and goes as text.
    FlowTexts texts() {
        return texts;
    }

    Fleet fleet() {
        return fleet;
    }

    KnownServices services() {
        return services;
    }

    /// Changes when what `live` tells does, twice a second at most.
    ReadOnlyLongProperty moved() {
        return moved;
    }

    /// Changes when nodes or services do.
    ReadOnlyLongProperty heard() {
        return fleet.heard();
    }

    ObservableList<Flow> all() {
        return all;
    }

    ReadOnlyObjectProperty<Optional<FlowViewModel>> current() {
        return drawing.current();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return asking.problem();
    }
}
