// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.flow;

import dev.signalbox.protocol.report.Problem;

/// What can go wrong with flows.
final class FlowProblems {
    private FlowProblems() {}

    static Problem notKnown(String name) {
        return new Problem("flow.not-known", "There is no flow called " + name + ".", "Look at the list of flows.");
    }

    static Problem editedMeanwhile(String name) {
        return new Problem(
                "flow.edited-meanwhile",
                "Flow " + name + " was changed since it was opened here.",
                "Open it again and bring the two edits together.");
    }

    static Problem tooLarge(String name) {
        return new Problem("flow.too-large", "Flow " + name + " has more than 1 MiB.", "Split it in two.");
    }

    static Problem refused(String name, String why) {
        return new Problem("flow.refused", "Flow " + name + " cannot be stored: " + why + ".", "Correct it.");
    }
}
