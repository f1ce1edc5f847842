// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.HubNews;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.flow.Flows;
import dev.signalbox.workbench.service.Services;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the Flows page knows: all flows, the one being drawn, the services to draw with, and the nodes.
final class FlowsViewModel implements HubNews {
    private final Flows flows;
    private final OnFx fx;
    private final Asking asking;
    private final KnownServices services;
    private final StepMaking steps;
    private final Fleet fleet = new Fleet();
    private final ObservableList<Flow> all = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<FlowViewModel>> current = new SimpleObjectProperty<>(Optional.empty());

    FlowsViewModel(Flows flows, Services services, OnFx fx) {
        this.flows = flows;
        this.fx = fx;
        asking = new Asking(fx);
        this.services = new KnownServices(services, asking);
        steps = new StepMaking(flows, this.services, asking);
    }

    /// Asks the hub for all flows and services.
    @Override
    public void look() {
        asking.ask(flows::list, this::list);
        services.look(fleet::tell);
        current.get().ifPresent(open -> open.saving().look());
    }

    private void list(List<Flow> found) {
        all.setAll(found);
        if (current.get().isEmpty() && !found.isEmpty()) {
            show(found.getFirst());
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
        personOpens(name, "");
    }

    /// The same, and selects a step of it; an empty name selects none.
    void personOpens(String name, String step) {
        Consumer<FlowViewModel> select = open -> {
            if (!step.isEmpty()) {
                open.personSelects(step);
            }
        };
        if (drawn(name)) {
            current.get().ifPresent(select);
        } else {
            afterSaving(() -> asking.ask(() -> flows.open(name), flow -> select.accept(show(flow))));
        }
    }

    private boolean drawn(String name) {
        return current.get()
                .filter(open -> open.flow().get().name().equals(name))
                .isPresent();
    }

    private FlowViewModel show(Flow flow) {
        var open = new FlowViewModel(flow, flows, fx);
        current.set(Optional.of(open));
        return open;
    }

    void personCreates(String name, String description) {
        asking.ask(() -> flows.create(name, description), flow -> {
            all.add(flow);
            afterSaving(() -> show(flow));
        });
    }

    private void afterSaving(Runnable then) {
        current.get().ifPresentOrElse(open -> open.saving().onceSaved(then), then);
    }

    void personDeletes(String name) {
        asking.ask(
                () -> {
                    flows.delete(name);
                    return flows.list();
                },
                found -> {
                    if (drawn(name)) {
                        current.set(Optional.empty());
                    }
                    list(found);
                });
    }

    /// Gives up what could not be saved.
    void personDiscards() {
        current.set(Optional.empty());
        look();
    }

    void saveNow() {
        current.get().ifPresent(open -> open.saving().saveNow());
    }

    /// Adds a step that runs a service, with the values it starts with.
    void personAdds(String service, double x, double y) {
        current.get().ifPresent(open -> steps.add(open, service, x, y));
    }

    /// Hands a secret's new value to the hub; the step then refers to it.
    void personReplacesSecret(String step, String property, String value) {
        current.get().ifPresent(open -> steps.replaceSecret(open, step, property, value));
    }

    Fare fare(String step) {
        return current.get()
                .map(open -> fleet.fare(new StepAddress(open.flow().get().name(), step)))
                .orElse(Fare.NOWHERE);
    }

    Optional<Step> selectedStep() {
        return current.get().flatMap(FlowViewModel::selectedStep);
    }

    Fleet fleet() {
        return fleet;
    }

    KnownServices services() {
        return services;
    }

    /// Changes when nodes or services do.
    ReadOnlyLongProperty heard() {
        return fleet.heard();
    }

    ObservableList<Flow> all() {
        return all;
    }

    ObjectProperty<Optional<FlowViewModel>> current() {
        return current;
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return asking.problem();
    }
}
