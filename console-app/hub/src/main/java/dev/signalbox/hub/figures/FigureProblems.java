// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.figures;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;

/// What can go wrong with what nodes count.
final class FigureProblems {
    private FigureProblems() {}

    static Problem noNode() {
        return new Problem(
                "figures.no-node",
                "It told figures of steps and has not said which steps it runs.",
                "Only nodes tell them; a device leaves out signalbox-kind.");
    }

    static Problem impossible() {
        return new Problem(
                "figures.refused",
                "It told figures with a count below 0 or beyond 2^53.",
                "Mend the agent. What it told before is shown on.");
    }

    static Problem none(DeviceId id) {
        return new Problem(
                "figures.not-known",
                "The node " + id + " told no figures since the hub started.",
                "It tells them when it signs in; an older agent and a device that is no node do not.");
    }
}
