// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.flow.Flows;
import dev.signalbox.workbench.service.Services;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the Flows page knows: all flows, the one being drawn, the services to draw with, and the nodes.
final class FlowsViewModel {
    private final Flows flows;
    private final Services services;
    private final OnFx fx;
    private final Fleet fleet = new Fleet();
    private final ObservableList<Flow> all = FXCollections.observableArrayList();
    private final ObservableList<ServiceSummary> palette = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<FlowViewModel>> current = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final LongProperty heard = new SimpleLongProperty();
    private final Map<String, List<PropertyDefinition>> definitions = new HashMap<>();

    FlowsViewModel(Flows flows, Services services, OnFx fx) {
        this.flows = flows;
        this.services = services;
        this.fx = fx;
    }

    /// Asks the hub for all flows and services.
    void look() {
        ask(flows::list, this::list);
        ask(services::list, found -> {
            definitions.clear();
            palette.setAll(found);
            heard.set(heard.get() + 1);
        });
    }

    private void list(List<Flow> found) {
        all.setAll(found);
        current.get()
                .ifPresent(open -> found.stream()
                        .filter(flow -> flow.name().equals(open.flow().get().name()))
                        .findFirst()
                        .ifPresent(open::look));
        if (current.get().isEmpty() && !found.isEmpty()) {
            show(found.getFirst());
        }
    }

    void hear(dev.signalbox.operator.node.NodeView node) {
        fleet.hear(node);
        heard.set(heard.get() + 1);
    }

    void gone(String node) {
        fleet.gone(node);
        heard.set(heard.get() + 1);
    }

    void personOpens(String name) {
        boolean open = current.get()
                .filter(now -> now.flow().get().name().equals(name))
                .isPresent();
        if (!open) {
            saveNow();
            ask(() -> flows.open(name), this::show);
        }
    }

    private void show(Flow flow) {
        current.set(Optional.of(new FlowViewModel(flow, flows, fx)));
    }

    void personCreates(String name, String description) {
        saveNow();
        ask(() -> flows.create(name, description), flow -> {
            all.add(flow);
            show(flow);
        });
    }

    void personDeletes(String name) {
        ask(
                () -> {
                    flows.delete(name);
                    return flows.list();
                },
                found -> {
                    current.set(Optional.empty());
                    list(found);
                });
    }

    void saveNow() {
        current.get().ifPresent(FlowViewModel::saveNow);
    }

    /// Adds a step that runs a service, with the values it starts with.
    void personAdds(String service, double x, double y) {
        current.get()
                .ifPresent(open -> definitions(service, Step.LATEST, known -> {
                    var values = new HashMap<String, String>();
                    known.stream()
                            .filter(one -> !one.initialValue().isEmpty())
                            .forEach(one -> values.put(one.id(), one.initialValue()));
                    open.personAdds(new Step(service, service, Step.LATEST, values, Assignment.NONE, x, y));
                }));
    }

    /// Finds the properties of a version of a service; shows none when there is no such version.
    void definitions(String service, String version, Consumer<List<PropertyDefinition>> show) {
        Optional<ServiceVersion> exact = exact(service, version);
        String key = service + " " + exact.map(ServiceVersion::toString).orElse("");
        List<PropertyDefinition> known = definitions.get(key);
        if (known != null) {
            show.accept(known);
        } else if (exact.isEmpty()) {
            show.accept(List.of());
        } else {
            ask(() -> services.open(service, exact.get()), (ServiceDraft draft) -> {
                definitions.put(key, draft.properties());
                show.accept(draft.properties());
            });
        }
    }

    /// The version that a step's version means.
    Optional<ServiceVersion> exact(String service, String version) {
        if (!version.equals(Step.LATEST)) {
            return Optional.of(ServiceVersion.parse(version));
        }
        return versions(service).stream().findFirst();
    }

    List<ServiceVersion> versions(String service) {
        return palette.stream()
                .filter(one -> one.name().equals(service))
                .flatMap(one -> one.versions().stream())
                .map(ServiceSummary.Version::version)
                .toList();
    }

    /// Hands a secret's new value to the hub; the step then refers to it.
    void personReplacesSecret(String step, String property, String value) {
        current.get().ifPresent(open -> {
            String id = open.flow().get().name() + "." + step + "." + property;
            ask(
                    () -> flows.putSecret(id, value),
                    reference ->
                            open.personEdits(flow -> StepEdits.property(flow, step, property, reference.toString())));
        });
    }

    private <T> void ask(Callable<T> question, Consumer<T> show) {
        fx.fetch(
                question,
                answer -> {
                    problem.set(Optional.empty());
                    show.accept(answer);
                },
                what -> problem.set(Optional.of(what)));
    }

    Fare fare(String step) {
        return current.get()
                .map(open -> fleet.fare(new StepAddress(open.flow().get().name(), step)))
                .orElse(Fare.NOWHERE);
    }

    Fleet fleet() {
        return fleet;
    }

    /// Changes when nodes or services do.
    LongProperty heard() {
        return heard;
    }

    ObservableList<Flow> all() {
        return all;
    }

    ObservableList<ServiceSummary> palette() {
        return palette;
    }

    ObjectProperty<Optional<FlowViewModel>> current() {
        return current;
    }

    ObjectProperty<Optional<Problem>> problem() {
        return problem;
    }
}
