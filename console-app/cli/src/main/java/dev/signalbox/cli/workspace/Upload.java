// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.workspace;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.workbench.flow.FlowText;
import dev.signalbox.workbench.flow.Flows;
import dev.signalbox.workbench.service.Services;
import dev.signalbox.workbench.session.Workbench;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Brings services and flows from files to the hub.
public final class Upload {
    private final Services services;
    private final Flows flows;

    public Upload(Workbench workbench) {
        this.services = workbench.services();
        this.flows = workbench.flows();
    }

    /// Stores the source in the newest draft; makes the service, or its next minor version, when there is none to
    /// write to. A released version with the same source stays the newest.
    public ServiceDraft push(ServiceFile file) {
        Optional<ServiceDraft> newest = newest(file.name());
        if (newest.isEmpty()) {
            return services.save(file.over(services.create(file.name(), file.language(), file.description(""))));
        }
        ServiceDraft there = newest.get();
        if (file.over(there).equals(there)) {
            return there;
        }
        return services.save(
                file.over(there.state() == ServiceState.DRAFT ? there : services.updateMinor(file.name())));
    }

    /// Replaces the flow of that name, or makes it. Steps that are there already keep their secrets.
    public Flow push(Flow flow) {
        Optional<Flow> there = flows.list().stream()
                .filter(known -> known.name().equals(flow.name()))
                .findFirst();
        return flows.save(there.map(old -> FlowText.over(flow, old)).orElse(flow));
    }

    /// The services that steps of the flow name and the hub does not have: it is stored, but cannot be released.
    public List<String> lacking(Flow flow) {
        Set<String> known = services.list().stream().map(ServiceSummary::name).collect(Collectors.toSet());
        return flow.steps().stream()
                .map(Flow.Step::service)
                .distinct()
                .filter(name -> !known.contains(name))
                .toList();
    }

    private Optional<ServiceDraft> newest(String name) {
        return services.list().stream()
                .filter(service -> service.name().equals(name))
                .flatMap(service -> service.versions().stream())
                .max(Comparator.comparing(ServiceSummary.Version::version))
                .map(version -> services.open(name, version.version()));
    }
}
