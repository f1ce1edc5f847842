// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.ServiceVersion;
import java.util.List;
import java.util.Objects;

/// One version of a service with its source: what the editor opens, and what it sends back.
///
/// @param name class name and file name without ending; fixed once made
/// @param etag what the hub last stored; an edit that names another is refused with 412
/// @param packages what it needs beside its language's own, each as `AskedPackage` reads it; not written
/// when there are none
/// @param source the whole file, up to 1 MiB
public record ServiceDraft(
        String name,
        ServiceVersion version,
        Language language,
        ServiceState state,
        String description,
        List<PropertyDefinition> properties,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> packages,
        String source,
        String etag) {
    /// Largest source in characters.
    public static final int MAX_SOURCE = 1024 * 1024;

    public ServiceDraft {
        properties = List.copyOf(properties);
        packages = List.copyOf(Objects.requireNonNullElse(packages, List.of()));
    }

    /// One that needs no packages.
    public ServiceDraft(
            String name,
            ServiceVersion version,
            Language language,
            ServiceState state,
            String description,
            List<PropertyDefinition> properties,
            String source,
            String etag) {
        this(name, version, language, state, description, properties, List.of(), source, etag);
    }

    /// The file the source stands in.
    public String fileName() {
        return name + (language == Language.JAVA ? ".java" : ".py");
    }
}
