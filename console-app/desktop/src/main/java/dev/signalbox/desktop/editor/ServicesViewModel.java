// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.HubNews;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.flow.Flows;
import dev.signalbox.workbench.service.Beginning;
import dev.signalbox.workbench.service.Services;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What the Services page knows: all services, which are open in tabs, and which flows use them.
final class ServicesViewModel implements HubNews {
    private final ServiceDesk desk;
    private final Services services;
    private final Flows flows;
    private final OnFx fx;
    private final Asking asking;
    private final Tabs tabs = new Tabs();
    private final Catalogue catalogue = new Catalogue(tabs);
    private final Comparing comparing;
    private final ObjectProperty<List<Flow>> usedIn = new SimpleObjectProperty<>(List.of());
    private boolean resumed;

    ServicesViewModel(ServiceDesk desk, OnFx fx) {
        this.desk = desk;
        services = desk.services();
        flows = desk.flows();
        this.fx = fx;
        asking = new Asking(fx);
        comparing = new Comparing(desk, tabs, asking);
    }

    /// Asks the hub for all services, and for the flows that use them.
    @Override
    public void look() {
        list(() -> {});
        asking.ask(flows::list, usedIn::set);
        tabs.open().forEach(tab -> tab.saving().look());
        if (!resumed) {
            resumed = true;
            asking.ask(desk::resume, this::resume);
        }
    }

    /// Opens what was not saved when the console ended.
    private void resume(ServiceDesk.Resumed found) {
        found.services().stream()
                .filter(one -> tabs.of(one.draft().name()).isEmpty())
                .forEach(this::show);
        found.troubles().forEach(asking::explainLasting);
    }

    private void list(Runnable then) {
        asking.ask(services::list, found -> {
            catalogue.list(found);
            then.run();
        });
    }

    @Override
    public void hear(NodeView node) {
        catalogue.hear(node);
    }

    @Override
    public void gone(String node) {
        catalogue.gone(node);
    }

    /// Opens the newest version of a service.
    void personOpens(String name) {
        catalogue
                .newest(name)
                .ifPresentOrElse(
                        newest -> personOpens(name, newest),
                        () -> list(() -> catalogue.newest(name).ifPresent(newest -> personOpens(name, newest))));
    }

    /// Opens a version; an open tab of the service changes to it once it is saved.
    void personOpens(String name, ServiceVersion version) {
        comparing.personCloses();
        Runnable open = () -> asking.ask(() -> desk.open(name, version), this::show);
        tabs.of(name)
                .ifPresentOrElse(
                        tab -> {
                            tabs.select(tab);
                            if (!tab.version().equals(version)) {
                                tab.saving().onceSaved(open);
                            }
                        },
                        open);
    }

    private void show(ServiceDesk.Opened opened) {
        OpenService fresh = show(opened.draft());
        fresh.saving().resume(opened.found());
        opened.found().trouble().ifPresent(asking::explainLasting);
    }

    private OpenService show(ServiceDraft draft) {
        var fresh = new OpenService(draft, desk, fx);
        tabs.show(fresh);
        fresh.state().subscribe(state -> catalogue.retell());
        return fresh;
    }

    void personSelects(OpenService tab) {
        tabs.select(tab);
    }

    /// Closes a tab once it is saved. What cannot be saved stays open and says why.
    void personCloses(OpenService tab) {
        if (tab.state().get().stuck()) {
            tabs.select(tab);
        }
        tab.saving().onceSaved(() -> tabs.remove(tab));
    }

    /// Closes a tab and gives up what could not be saved.
    void personDiscards(OpenService tab) {
        tab.saving().personDiscards();
        tabs.remove(tab);
        catalogue.retell();
    }

    /// A form for a service to be.
    NewServiceViewModel newService() {
        return new NewServiceViewModel(desk, catalogue.all(), fx);
    }

    /// @param then done once it is open
    void personCreates(String name, String description, Callable<Beginning> from, Runnable then) {
        changing(() -> services.create(name, description, from.call()), then);
    }

    void personUpdatesMinor(String name) {
        changing(() -> services.updateMinor(name), () -> {});
    }

    void personUpdatesMajor(String name) {
        changing(() -> services.updateMajor(name), () -> {});
    }

    private void changing(Callable<ServiceDraft> change, Runnable then) {
        comparing.personCloses();
        asking.ask(change, draft -> {
            show(draft);
            list(() -> {});
            then.run();
        });
    }

    /// Puts what a version has into the draft of its service; makes one if there is none.
    void personRestores(ServiceDraft older) {
        String name = older.name();
        ServiceVersion newest = catalogue.newest(name).orElse(older.version());
        comparing.personCloses();
        Optional<OpenService> draft = tabs.of(name).filter(tab -> tab.version().equals(newest) && !tab.readOnly());
        if (draft.isPresent()) {
            draft.get().personRestores(older);
        } else if (catalogue.draft(name)) {
            asking.ask(() -> desk.open(name, newest), opened -> {
                show(opened);
                tabs.of(name).ifPresent(tab -> tab.personRestores(older));
            });
        } else {
            asking.ask(() -> services.updateMinor(name), fresh -> {
                show(fresh).personRestores(older);
                list(() -> {});
            });
        }
    }

    /// Has steps run another version from the next release on.
    ///
    /// @param version what to lock them to, or `latest`
    void personLocks(List<Use> uses, String version) {
        asking.ask(
                () -> {
                    for (Use use : uses) {
                        flows.save(use.in(flows.open(use.flow()), version));
                    }
                    return flows.list();
                },
                usedIn::set);
    }

    void personDeletesDraft(OpenService tab) {
        asking.ask(
                () -> {
                    services.deleteDraft(tab.name(), tab.version());
                    return services.list();
                },
                found -> {
                    personDiscards(tab);
                    catalogue.list(found);
                });
    }

    void saveAll() {
        tabs.open().forEach(tab -> tab.saving().saveNow());
    }

    Tabs tabs() {
        return tabs;
    }

    Comparing comparing() {
        return comparing;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    ReadOnlyObjectProperty<List<Flow>> usedIn() {
        return usedIn;
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return asking.problem();
    }
}
