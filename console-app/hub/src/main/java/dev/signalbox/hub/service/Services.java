// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.service;

import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.ServiceVersion;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What authors write. A version is a draft until a release freezes it; an edit names the etag it was made from, so
/// that two people cannot overwrite each other.
public final class Services {
    private final RegistryStore store;
    private final Clock clock;

    public Services(RegistryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public List<ServiceSummary> list() {
        return store.read(records -> records.services().summaries());
    }

    public ServiceDraft get(String name, ServiceVersion version) {
        return store.read(records -> need(records, name, version));
    }

    /// Stores an edit.
    ///
    /// @param etag what the edit was made from; empty to make a new version
    public ServiceDraft put(ServiceDraft edit, String etag, String author) {
        ServiceRules.check(edit);
        return store.commit(records -> {
            Optional<ServiceDraft> stored = records.services().find(edit.name(), edit.version());
            checkEtag(edit, etag, stored);
            checkFamily(records, edit);
            var draft = new ServiceDraft(
                    edit.name(),
                    edit.version(),
                    edit.language(),
                    ServiceState.DRAFT,
                    edit.description(),
                    edit.properties(),
                    edit.packages(),
                    edit.source(),
                    UUID.randomUUID().toString());
            records.services().put(draft, author, clock.instant());
            return draft;
        });
    }

    public void delete(String name, ServiceVersion version) {
        store.commit(records -> {
            ServiceDraft draft = need(records, name, version);
            if (draft.state() == ServiceState.RELEASED) {
                throw new ProblemException(ServiceProblems.frozen(draft));
            }
            records.services().delete(name, version);
            return draft;
        });
    }

    private static ServiceDraft need(Records records, String name, ServiceVersion version) {
        return records.services()
                .find(name, version)
                .orElseThrow(() -> new ProblemException(ServiceProblems.notKnown(name, version)));
    }

    private static void checkEtag(ServiceDraft edit, String etag, Optional<ServiceDraft> stored) {
        if (!stored.map(ServiceDraft::etag).orElse("").equals(etag)) {
            throw new ProblemException(ServiceProblems.editedMeanwhile(edit));
        }
        if (stored.isPresent() && stored.get().state() == ServiceState.RELEASED) {
            throw new ProblemException(ServiceProblems.frozen(edit));
        }
    }

    /// All versions of a service have one language and one spelling of its name.
    private static void checkFamily(Records records, ServiceDraft edit) {
        for (ServiceSummary other : records.services().summaries()) {
            boolean same = other.name().equalsIgnoreCase(edit.name());
            if (same && (!other.name().equals(edit.name()) || other.language() != edit.language())) {
                throw new ProblemException(ServiceProblems.nameTaken(other));
            }
        }
    }
}
