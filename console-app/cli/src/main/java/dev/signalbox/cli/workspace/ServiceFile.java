// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.workspace;

import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.protocol.release.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A service as it stands in files.
///
/// @param about what stands in the JSON beside the source
public record ServiceFile(String name, Language language, About about, String source) {
    /// Description, properties and packages; what is left out stays as it is in the hub.
    public record About(
            @Nullable String description,
            @Nullable List<PropertyDefinition> properties,
            @Nullable List<String> packages) {
        static final About NOTHING = new About(null, null, null);
    }

    static Language language(String ending) {
        return ending.equals("py") ? Language.PYTHON : Language.JAVA;
    }

    /// The draft with what the files say.
    public ServiceDraft over(ServiceDraft draft) {
        List<PropertyDefinition> properties = about.properties();
        List<String> packages = about.packages();
        return new ServiceDraft(
                draft.name(),
                draft.version(),
                draft.language(),
                draft.state(),
                description(draft.description()),
                properties == null ? draft.properties() : properties,
                packages == null ? draft.packages() : packages,
                source,
                draft.etag());
    }

    /// What the files say of it, else the other.
    public String description(String other) {
        String description = about.description();
        return description == null ? other : description;
    }
}
