// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.routing;

import dev.signalbox.agent.step.StepHost;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.StepState;

/// What goes wrong when a step is called from outside.
final class RoutingProblems {
    private RoutingProblems() {}

    static Problem noStep(StepAddress step) {
        return new Problem("step.not-known", "No step " + step + " is on this node.", "Look at what runs here.");
    }

    static Problem noWire(StepAddress from, StepAddress to) {
        return new Problem(
                "wire.not-known",
                "No wire from " + from + " to " + to + " is on this node.",
                "Release the flow, and look whether both steps run here.");
    }

    static Problem tooManyTaps(int most) {
        return new Problem(
                "wire.too-many-taps",
                "This node has " + most + " wires tapped already.",
                "Close another tap; one that nobody looks at ends after 15 s.");
    }

    static Problem noRoom(StepHost host) {
        return new Problem(
                "step.mailbox-full",
                "The mailbox of " + host.address() + " takes no more messages: " + host.waiting() + " wait.",
                "Inject again when the step has come further.");
    }

    /// Throws ProblemException unless the step runs, or is paused, and has the method.
    static void checkCallable(StepHost host, String method) {
        StepState state = host.report().state();
        if (state != StepState.RUNNING && state != StepState.PAUSED) {
            throw new ProblemException(new Problem(
                    "step.not-running", "Step " + host.address() + " does not run.", "Start it, then try again."));
        }
        if (!method.isEmpty() && !host.hasAction(method)) {
            throw new ProblemException(new Problem(
                    "step.no-such-method",
                    host.service() + " has no method " + method + ".",
                    "Check its name, or leave it out for the one that takes messages."));
        }
    }
}
