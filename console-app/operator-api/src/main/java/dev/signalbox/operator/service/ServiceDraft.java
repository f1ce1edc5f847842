// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.service;

import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.ServiceVersion;
import java.util.List;

/// One version of a service with its source: what the editor opens, and what it sends back.
///
/// @param name class name and file name without ending; fixed once made
/// @param etag what the hub last stored; an edit that names another is refused with 412
/// @param source the whole file, up to 1 MiB
public record ServiceDraft(
        String name,
        ServiceVersion version,
        Language language,
        ServiceState state,
        String description,
        List<PropertyDefinition> properties,
        String source,
        String etag) {
    /// Largest source in characters.
    public static final int MAX_SOURCE = 1024 * 1024;

    public ServiceDraft {
        properties = List.copyOf(properties);
    }

    /// The file the source stands in.
    public String fileName() {
        return name + (language == Language.JAVA ? ".java" : ".py");
    }
}
