// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.workbench.service.Services;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The services a flow can be drawn with, their versions, and the properties of each version once asked for.
final class KnownServices {
    private final Services services;
    private final Asking asking;
    private final ObservableList<ServiceSummary> all = FXCollections.observableArrayList();
    private final Map<String, List<PropertyDefinition>> definitions = new HashMap<>();

    KnownServices(Services services, Asking asking) {
        this.services = services;
        this.asking = asking;
    }

    /// Asks the hub for all services; a draft's properties may have changed since.
    void look(Runnable then) {
        asking.ask(services::list, found -> {
            definitions.clear();
            all.setAll(found);
            then.run();
        });
    }

    /// Finds the properties of a version of a service; shows none when the service has no version.
    void definitions(String service, String version, Consumer<List<PropertyDefinition>> show) {
        exact(service, version)
                .ifPresentOrElse(exact -> definitions(service, exact, show), () -> show.accept(List.of()));
    }

    private void definitions(String service, ServiceVersion exact, Consumer<List<PropertyDefinition>> show) {
        String key = service + " " + exact;
        List<PropertyDefinition> known = definitions.get(key);
        if (known != null) {
            show.accept(known);
        } else {
            asking.ask(() -> services.open(service, exact), (ServiceDraft draft) -> {
                definitions.put(key, draft.properties());
                show.accept(draft.properties());
            });
        }
    }

    /// The version that a step's version means; empty while the service has none.
    Optional<ServiceVersion> exact(String service, String version) {
        return version.equals(Step.LATEST)
                ? versions(service).stream().findFirst()
                : Optional.of(ServiceVersion.parse(version));
    }

    /// Newest first.
    List<ServiceVersion> versions(String service) {
        return all.stream()
                .filter(one -> one.name().equals(service))
                .flatMap(one -> one.versions().stream())
                .map(ServiceSummary.Version::version)
                .toList();
    }

    ObservableList<ServiceSummary> all() {
        return all;
    }
}
