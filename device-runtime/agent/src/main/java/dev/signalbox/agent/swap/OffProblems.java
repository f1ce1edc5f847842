// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.report.Problem;
import java.util.Optional;

/// Why a step does not run although nothing is wrong with it.
final class OffProblems {
    private OffProblems() {}

    /// What keeps a step from running: the widest switch that is off.
    static Optional<Problem> of(Switches switches, StepAddress step) {
        if (switches.maintenance()) {
            return Optional.of(maintenance());
        }
        if (switches.node()) {
            return Optional.of(new Problem("node.disabled", "The node is disabled.", "Enable the node to run it."));
        }
        if (switches.flows().contains(step.flow())) {
            return Optional.of(new Problem(
                    "flow.disabled", "Flow " + step.flow() + " is disabled.", "Enable the flow to run it."));
        }
        return switches.steps().contains(step)
                ? Optional.of(
                        new Problem("step.disabled", "The step is disabled on this node.", "Enable it to run it."))
                : Optional.empty();
    }

    static Problem maintenance() {
        return new Problem("node.maintenance", "The node is in maintenance.", "End the maintenance to run its steps.");
    }

    static Problem releaseWaits(long release) {
        return new Problem(
                "release.waits",
                "Release " + release + " waits until the maintenance of this node ends.",
                "End the maintenance when nobody works on the machine any more.");
    }

    static Problem stopped() {
        return new Problem("step.stopped", "An operator stopped the step.", "Start it again.");
    }

    static Problem notRunning(StepAddress step) {
        return new Problem("step.not-running", "Step " + step + " does not run.", "Start it, then try again.");
    }

    static Problem notPaused(StepAddress step) {
        return new Problem("step.not-paused", "Step " + step + " is not paused.", "Pause it first.");
    }

    static Problem notHere(StepAddress step) {
        return new Problem("step.not-known", "No step " + step + " is on this node.", "Look at what runs here.");
    }

    /// @param why what keeps it from running
    static Problem refused(StepAddress step, Problem why) {
        return new Problem(why.code(), "Step " + step + " cannot be started. " + why.what(), why.remedy());
    }

    static Problem nothingRuns() {
        return new Problem("release.none", "No release runs on this node.", "Release a flow to it first.");
    }
}
