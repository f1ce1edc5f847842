// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.Shelf;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.workbench.service.Services;
import java.util.List;

/// One version of a service in the hub.
record ServiceShelf(String name, ServiceVersion version, Services services) implements Shelf<ServiceDraft> {
    @Override
    public ServiceDraft open() {
        return services.open(name, version);
    }

    @Override
    public ServiceDraft save(ServiceDraft edit, ServiceDraft over) {
        return services.save(onto(edit, over));
    }

    @Override
    public ServiceDraft onto(ServiceDraft edit, ServiceDraft base) {
        return with(base, edit.source(), new Needs(edit.properties(), edit.packages()));
    }

    @Override
    public boolean released(ServiceDraft kept) {
        return kept.state() == ServiceState.RELEASED;
    }

    /// What a service asks of flows and of whoever releases it.
    record Needs(List<PropertyDefinition> properties, List<String> packages) {}

    /// The draft with another text and other needs.
    static ServiceDraft with(ServiceDraft was, String source, Needs needs) {
        return new ServiceDraft(
                was.name(),
                was.version(),
                was.language(),
                was.state(),
                was.description(),
                needs.properties(),
                needs.packages(),
                source,
                was.etag());
    }
}
