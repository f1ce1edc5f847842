// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.code.DiffViewModel;
import dev.signalbox.desktop.editor.Compared.Side;
import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.workbench.comparison.Part;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Which two texts the person holds against each other, if any.
final class Comparing {
    private final ServiceDesk desk;
    private final Tabs tabs;
    private final Asking asking;
    private final DiffViewModel differences = new DiffViewModel();
    private final ObjectProperty<Optional<Compared>> shown = new SimpleObjectProperty<>(Optional.empty());

    Comparing(ServiceDesk desk, Tabs tabs, Asking asking) {
        this.desk = desk;
        this.tabs = tabs;
        this.asking = asking;
        tabs.current()
                .subscribe(tab -> shown.get()
                        .filter(now -> tab.isEmpty() || !tab.get().name().equals(now.service()))
                        .ifPresent(now -> personCloses()));
    }

    /// Holds two versions of a service against each other; one that is open as it is in its tab, saved or not.
    void personCompares(String service, ServiceVersion left, ServiceVersion right) {
        Optional<ServiceDraft> leftOpen = open(service, left);
        Optional<ServiceDraft> rightOpen = open(service, right);
        show(() -> new Compared(
                version(leftOpen.isPresent() ? leftOpen.get() : desk.services().open(service, left)),
                version(
                        rightOpen.isPresent()
                                ? rightOpen.get()
                                : desk.services().open(service, right)),
                true));
    }

    private Optional<ServiceDraft> open(String service, ServiceVersion version) {
        return tabs.of(service)
                .filter(tab -> tab.version().equals(version))
                .map(tab -> tab.saving().now().get());
    }

    private static Side version(ServiceDraft draft) {
        return new Side(draft.version().toString(), draft);
    }

    /// Holds what the hub has against what is in the tab.
    void personComparesWithHub(OpenService tab) {
        ServiceDraft mine = tab.saving().now().get();
        show(() -> new Compared(
                new Side("What the hub has", desk.services().open(mine.name(), mine.version())),
                new Side("Yours", mine),
                false));
    }

    private record Answer(Compared compared, List<Part> parts) {}

    private void show(Callable<Compared> which) {
        asking.ask(
                () -> {
                    Compared compared = which.call();
                    return new Answer(compared, compared.parts());
                },
                answer -> {
                    shown.set(Optional.of(answer.compared()));
                    differences.show(answer.parts());
                });
    }

    void personCloses() {
        shown.set(Optional.empty());
        differences.show(List.of());
    }

    DiffViewModel differences() {
        return differences;
    }

    ReadOnlyObjectProperty<Optional<Compared>> shown() {
        return shown;
    }
}
