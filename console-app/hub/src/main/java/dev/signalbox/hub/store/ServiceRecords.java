// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.protocol.release.ServiceVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Services, version by version.
public interface ServiceRecords {
    Optional<ServiceDraft> find(String name, ServiceVersion version);

    /// Every service by name; its versions newest first.
    List<ServiceSummary> summaries();

    /// Adds or replaces.
    void put(ServiceDraft draft, String changedBy, Instant changedAt);

    void delete(String name, ServiceVersion version);

    /// From now on this version does not change. The first release that froze it stays its release.
    void freeze(String name, ServiceVersion version, long release);
}
