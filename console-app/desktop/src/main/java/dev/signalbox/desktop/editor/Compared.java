// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.workbench.comparison.Part;
import java.util.List;
import java.util.Locale;

/// Two versions of a service, or two states of one, side by side.
///
/// @param versions whether both sides are versions, which the person may exchange for others
record Compared(Side left, Side right, boolean versions) {
    /// One side.
    ///
    /// @param words what stands above it
    record Side(String words, ServiceDraft draft) {}

    String service() {
        return left.draft().name();
    }

    ServiceVersion leftVersion() {
        return left.draft().version();
    }

    ServiceVersion rightVersion() {
        return right.draft().version();
    }

    /// What differs: the source first. May take a second for texts that have little in common.
    List<Part> parts() {
        ServiceDraft was = left.draft();
        ServiceDraft is = right.draft();
        return List.of(
                Part.of("Source", was.source(), is.source()),
                Part.of("Properties", properties(was), properties(is)),
                Part.of("Packages", was.packages(), is.packages()));
    }

    private static List<String> properties(ServiceDraft draft) {
        return draft.properties().stream().map(Compared::line).toList();
    }

    private static String line(PropertyDefinition property) {
        String kind = property.kind() == PropertyDefinition.Kind.SECURITY
                ? "secret"
                : property.type().name().toLowerCase(Locale.ROOT);
        return property.id() + " \"" + property.name() + "\" " + kind + (property.mandatory() ? ", mandatory" : "")
                + (property.initialValue().isEmpty() ? "" : ", starts with " + property.initialValue());
    }
}
