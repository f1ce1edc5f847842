// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.twin;

import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.report.Problem;

/// What can go wrong with twins.
final class TwinProblems {
    private TwinProblems() {}

    static Problem notKnown(ClientId id) {
        return new Problem("twin.not-known", "There is no twin of " + id + ".", "Add the device first.");
    }

    static Problem changedMeanwhile() {
        return new Problem(
                "twin.edited-meanwhile", "The twin has changed since the version named.", "Get it and try again.");
    }

    static Problem notAnObject() {
        return new Problem("twin.patch-refused", "A twin patch must be a JSON object.", "Send an object.");
    }

    static Problem reserved() {
        return new Problem(
                "twin.property-reserved",
                "The property \"signalbox\" belongs to the hub.",
                "Report under another name.");
    }

    static Problem tooLarge() {
        return new Problem("twin.too-large", "A twin holds up to 32 KB each way.", "Remove what is not needed.");
    }

    static Problem badMember(String why) {
        return new Problem("twin.patch-refused", "The twin patch is refused: " + why + ".", "Correct it.");
    }
}
