// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.flow.Flows;
import dev.signalbox.workbench.service.Services;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// What the Services page knows: all services, which are open in tabs, and which one is looked at.
final class ServicesViewModel {
    private final Services services;
    private final Flows flows;
    private final OnFx fx;
    private final Running running = new Running();
    private final ObservableList<ServiceRow> rows = FXCollections.observableArrayList();
    private final FilteredList<ServiceRow> shown = new FilteredList<>(rows);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableList<OpenService> open = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<OpenService>> current = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<List<Flow>> usedIn = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private List<ServiceSummary> known = List.of();

    ServicesViewModel(Services services, Flows flows, OnFx fx) {
        this.services = services;
        this.flows = flows;
        this.fx = fx;
        filter.subscribe(words -> shown.setPredicate(row -> row.matches(words)));
    }

    /// Asks the hub for all services, and for the flows that use them.
    void look() {
        ask(services::list, this::list);
        ask(flows::list, usedIn::set);
        open.forEach(OpenService::look);
    }

    private void list(List<ServiceSummary> found) {
        known = List.copyOf(found);
        retell();
    }

    void hear(NodeView node) {
        running.hear(node);
        retell();
    }

    void gone(String node) {
        running.gone(node);
        retell();
    }

    private void retell() {
        List<ServiceRow> now = known.stream().map(this::row).toList();
        if (!now.equals(List.copyOf(rows))) {
            rows.setAll(now);
        }
    }

    private ServiceRow row(ServiceSummary service) {
        boolean dirty = open.stream().anyMatch(tab -> tab.name().equals(service.name()) && tab.dirty());
        return new ServiceRow(service, dirty, running.well(service.name()), running.ill(service.name()));
    }

    /// Opens the newest version of a service.
    void personOpens(String name) {
        summary(name)
                .filter(service -> !service.versions().isEmpty())
                .ifPresentOrElse(
                        service ->
                                personOpens(name, service.versions().getFirst().version()),
                        () -> ask(services::list, found -> {
                            list(found);
                            if (summary(name)
                                    .filter(s -> !s.versions().isEmpty())
                                    .isPresent()) {
                                personOpens(name);
                            }
                        }));
    }

    /// Opens a version; an open tab of the service changes to it.
    void personOpens(String name, ServiceVersion version) {
        Optional<OpenService> tab = tab(name);
        if (tab.isPresent() && tab.get().stored().get().version().equals(version)) {
            current.set(tab);
        } else {
            tab.ifPresent(OpenService::saveNow);
            ask(() -> services.open(name, version), this::show);
        }
    }

    private void show(ServiceDraft draft) {
        var fresh = new OpenService(draft, services, fx);
        fresh.state().subscribe(state -> retell());
        Optional<OpenService> tab = tab(draft.name());
        if (tab.isPresent()) {
            open.set(open.indexOf(tab.get()), fresh);
        } else {
            open.add(fresh);
        }
        current.set(Optional.of(fresh));
    }

    void personCloses(OpenService tab) {
        tab.saveNow();
        int at = open.indexOf(tab);
        open.remove(tab);
        if (current.get().equals(Optional.of(tab))) {
            current.set(open.isEmpty() ? Optional.empty() : Optional.of(open.get(Math.min(at, open.size() - 1))));
        }
    }

    void personCreates(String name, String description) {
        changing(() -> services.create(name, Language.JAVA, description));
    }

    void personUpdatesMinor(String name) {
        changing(() -> services.updateMinor(name));
    }

    void personUpdatesMajor(String name) {
        changing(() -> services.updateMajor(name));
    }

    void personDeletesDraft(OpenService tab) {
        ServiceDraft draft = tab.stored().get();
        ask(
                () -> {
                    services.deleteDraft(draft.name(), draft.version());
                    return services.list();
                },
                found -> {
                    open.remove(tab);
                    current.set(Optional.empty());
                    list(found);
                });
    }

    private void changing(Callable<ServiceDraft> change) {
        ask(change, draft -> {
            show(draft);
            ask(services::list, this::list);
        });
    }

    private <T> void ask(Callable<T> question, java.util.function.Consumer<T> show) {
        fx.fetch(
                question,
                answer -> {
                    problem.set(Optional.empty());
                    show.accept(answer);
                },
                what -> problem.set(Optional.of(what)));
    }

    void saveAll() {
        open.forEach(OpenService::saveNow);
    }

    Optional<ServiceSummary> summary(String name) {
        return known.stream().filter(service -> service.name().equals(name)).findFirst();
    }

    private Optional<OpenService> tab(String name) {
        return open.stream().filter(tab -> tab.name().equals(name)).findFirst();
    }

    List<String> names() {
        return known.stream().map(ServiceSummary::name).toList();
    }

    void personSelects(OpenService tab) {
        current.set(Optional.of(tab));
    }

    ObservableList<ServiceRow> rows() {
        return rows;
    }

    ObservableList<ServiceRow> shown() {
        return shown;
    }

    StringProperty filter() {
        return filter;
    }

    ObservableList<OpenService> open() {
        return open;
    }

    ObjectProperty<Optional<OpenService>> current() {
        return current;
    }

    ObjectProperty<List<Flow>> usedIn() {
        return usedIn;
    }

    ObjectProperty<Optional<Problem>> problem() {
        return problem;
    }
}
