// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.service;

import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.protocol.release.Language;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a new service begins with: a template, a file, or another service.
///
/// @param className what the class is called in the source; the new service's name takes its place
public record Beginning(
        Language language,
        String className,
        String source,
        List<PropertyDefinition> properties,
        List<String> packages) {
    public Beginning {
        properties = List.copyOf(properties);
        packages = List.copyOf(packages);
    }

    /// The same as another service.
    public static Beginning copyOf(ServiceDraft other) {
        return new Beginning(other.language(), other.name(), other.source(), other.properties(), other.packages());
    }

    /// The source with its class called like that, wherever it is named.
    String sourceOf(String name) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(className) + "(?![\\w$])")
                .matcher(source)
                .replaceAll(Matcher.quoteReplacement(name));
    }
}
