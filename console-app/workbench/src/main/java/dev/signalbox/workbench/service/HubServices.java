// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.service;

import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.workbench.link.HubLink;
import java.util.List;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;

/// The services as the hub keeps them.
public final class HubServices implements Services {
    private final HubLink hub;

    public HubServices(HubLink hub) {
        this.hub = hub;
    }

    @Override
    public List<ServiceSummary> list() {
        return hub.list(hub.at(Paths.SERVICES), ServiceSummary[].class);
    }

    @Override
    public ServiceDraft open(String name, ServiceVersion version) {
        return hub.get(at(name, version), ServiceDraft.class);
    }

    @Override
    public ServiceDraft create(String name, String description, Beginning from) {
        return put(new ServiceDraft(
                NewName.checked(name),
                ServiceVersion.FIRST,
                from.language(),
                ServiceState.DRAFT,
                description,
                from.properties(),
                from.packages(),
                from.sourceOf(name),
                ""));
    }

    @Override
    public ServiceDraft save(ServiceDraft draft) {
        return put(draft);
    }

    @Override
    public ServiceDraft updateMinor(String name) {
        return update(name, ServiceVersion::nextMinor);
    }

    @Override
    public ServiceDraft updateMajor(String name) {
        return update(name, ServiceVersion::nextMajor);
    }

    @Override
    public void deleteDraft(String name, ServiceVersion version) {
        hub.delete(at(name, version));
    }

    private ServiceDraft update(String name, UnaryOperator<ServiceVersion> next) {
        ServiceVersion newest = list().stream()
                .filter(service -> service.name().equals(name))
                .flatMap(service -> service.versions().stream())
                .map(ServiceSummary.Version::version)
                .max(ServiceVersion::compareTo)
                .orElseThrow(() -> new ProblemException(ServiceProblems.notKnown(name)));
        ServiceDraft from = open(name, newest);
        return put(new ServiceDraft(
                name,
                next.apply(newest),
                from.language(),
                ServiceState.DRAFT,
                from.description(),
                from.properties(),
                from.packages(),
                from.source(),
                ""));
    }

    private ServiceDraft put(ServiceDraft draft) {
        return hub.put(at(draft.name(), draft.version()), draft, ServiceDraft.class);
    }

    private HttpUrl at(String name, ServiceVersion version) {
        return hub.at(Paths.SERVICES, name, version.toString());
    }
}
