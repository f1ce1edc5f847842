// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.protocol.release.ServiceVersion;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// All services, one row each, narrowed by a filter.
final class Catalogue {
    private final Tabs tabs;
    private final Running running = new Running();
    private final ObservableList<ServiceRow> rows = FXCollections.observableArrayList();
    private final FilteredList<ServiceRow> shown = new FilteredList<>(rows);
    private final StringProperty filter = new SimpleStringProperty("");
    private List<ServiceSummary> known = List.of();

    Catalogue(Tabs tabs) {
        this.tabs = tabs;
        filter.subscribe(words -> shown.setPredicate(row -> row.matches(words)));
    }

    void list(List<ServiceSummary> found) {
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

    /// Makes the rows anew if they changed.
    void retell() {
        List<ServiceRow> now = known.stream().map(this::row).toList();
        if (!now.equals(List.copyOf(rows))) {
            rows.setAll(now);
        }
    }

    private ServiceRow row(ServiceSummary service) {
        String name = service.name();
        return new ServiceRow(service, tabs.dirty(name), running.well(name), running.ill(name));
    }

    Optional<ServiceSummary> summary(String name) {
        return known.stream().filter(service -> service.name().equals(name)).findFirst();
    }

    /// Whether the newest version waits for its release.
    boolean draft(String name) {
        return summary(name).stream()
                .flatMap(service -> service.versions().stream().limit(1))
                .anyMatch(newest -> newest.state() == ServiceState.DRAFT);
    }

    Optional<ServiceVersion> newest(String name) {
        return summary(name)
                .flatMap(service -> service.versions().stream().findFirst())
                .map(ServiceSummary.Version::version);
    }

    /// What became of a version so far, in words.
    String words(ServiceDraft version) {
        return summary(version.name()).stream()
                .flatMap(service -> service.versions().stream())
                .filter(one -> one.version().equals(version.version()))
                .map(one -> one.state() == ServiceState.DRAFT ? "draft" : "release " + one.release())
                .findFirst()
                .orElse("");
    }

    List<ServiceSummary> all() {
        return known;
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
}
