// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.release;

import dev.signalbox.operator.release.SecretReference;
import dev.signalbox.protocol.release.ReleaseManifest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the secrets a step refers to.
public final class SecretReferences {
    private static final Pattern FORM = Pattern.compile("(.{1,200})@(\\d{1,18})");

    private SecretReferences() {}

    /// Reads `<id>@<version>`.
    public static Optional<SecretReference> read(String text) {
        var form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new SecretReference(form.group(1), Long.parseLong(form.group(2))))
                : Optional.empty();
    }

    static List<SecretReference> in(ReleaseManifest.Step step) {
        return step.properties().values().stream()
                .filter(value -> value.startsWith(ReleaseManifest.Step.SECRET_PREFIX))
                .flatMap(value -> read(value.substring(ReleaseManifest.Step.SECRET_PREFIX.length())).stream())
                .toList();
    }
}
