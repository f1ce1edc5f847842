// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.service;

import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.report.Problem;

/// What can go wrong with services.
final class ServiceProblems {
    private ServiceProblems() {}

    static Problem notKnown(String name, ServiceVersion version) {
        return new Problem(
                "service.not-known",
                "There is no service " + name + " in version " + version + ".",
                "Look at the list of services.");
    }

    static Problem editedMeanwhile(ServiceDraft edit) {
        return new Problem(
                "service.edited-meanwhile",
                "Service " + edit.name() + " " + edit.version() + " was changed since it was opened here.",
                "Open it again and bring the two edits together.");
    }

    static Problem frozen(ServiceDraft draft) {
        return new Problem(
                "service.frozen",
                "Service " + draft.name() + " " + draft.version() + " is released and does not change any more.",
                "Make a new version of it.");
    }

    static Problem nameTaken(ServiceSummary other) {
        return new Problem(
                "service.name-taken",
                "There is a service " + other.name() + " in " + other.language() + " already.",
                "Choose another name.");
    }

    static Problem badName() {
        return new Problem(
                "service.name-refused",
                "A service's name is the name of its class: 1 to 100 letters, digits and _, a letter first.",
                "Choose such a name.");
    }

    static Problem tooLarge() {
        return new Problem("service.too-large", "A service's source may have 1 MiB.", "Split it in two services.");
    }

    static Problem badProperty(String why) {
        return new Problem("service.property-refused", "The properties are refused: " + why + ".", "Correct them.");
    }
}
