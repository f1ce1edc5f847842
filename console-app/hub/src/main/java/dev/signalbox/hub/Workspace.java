// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.protocol.codec.ProblemException;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of the workspace, chosen at the first start.
final class Workspace {
    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final String DEFAULT = "main";

    private Workspace() {}

    static String of(RegistryStore store, Optional<String> asked) {
        Optional<String> has = store.read(records -> records.workspace().slug());
        if (has.isPresent()) {
            asked.filter(other -> !other.equals(has.get())).ifPresent(other -> {
                throw new ProblemException(HubProblems.otherWorkspace(has.get(), other));
            });
            return has.get();
        }
        String slug = asked.orElse(DEFAULT);
        if (!SLUG.matcher(slug).matches()) {
            throw new ProblemException(HubProblems.badWorkspace());
        }
        return store.commit(records -> {
            records.workspace().setSlug(slug);
            return slug;
        });
    }
}
