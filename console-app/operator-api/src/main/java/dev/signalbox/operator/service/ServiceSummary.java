// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.service;

import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.ServiceVersion;
import java.time.Instant;
import java.util.List;

/// A service in a list, with its versions, newest first.
public record ServiceSummary(String name, Language language, String description, List<Version> versions) {
    public ServiceSummary {
        versions = List.copyOf(versions);
    }

    /// @param release number of the first release that froze it; 0 while a draft
    public record Version(
            ServiceVersion version, ServiceState state, Instant changedAt, String changedBy, long release) {}
}
