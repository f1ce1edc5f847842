// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.service;

import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.ServiceVersion;
import java.util.List;

/// The workspace's services. All calls ask the hub and wait for it; what goes wrong is a ProblemException.
public interface Services {
    /// All services by name, each with its versions, newest first.
    List<ServiceSummary> list();

    ServiceDraft open(String name, ServiceVersion version);

    /// Makes version 0.1 with a source that compiles and shows where to write.
    default ServiceDraft create(String name, Language language, String description) {
        return create(name, description, Beginnings.EMPTY.in(language, description));
    }

    /// Makes version 0.1 with another source, whose class gets the name.
    ServiceDraft create(String name, String description, Beginning from);

    /// Stores a draft; the answer has the etag for the next save. Fails if someone else saved it meanwhile, or if it
    /// is released.
    ServiceDraft save(ServiceDraft draft);

    /// Makes the next minor version, a draft with the newest version's source.
    ServiceDraft updateMinor(String name);

    /// Makes the next major version, a draft with the newest version's source.
    ServiceDraft updateMajor(String name);

    void deleteDraft(String name, ServiceVersion version);
}
