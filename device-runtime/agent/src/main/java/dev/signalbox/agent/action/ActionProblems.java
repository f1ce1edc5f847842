// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.action;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.Problem;

/// What operators hear of a node that cannot do what they ask.
final class ActionProblems {
    private ActionProblems() {}

    static ProblemException unsupervised() {
        return problem(
                "node.not-supervised",
                "Nothing would start this node again, so it goes on.",
                "Run it as a service with Restart=on-failure, or set SIGNALBOX_SUPERVISED=yes for another supervisor.");
    }

    static ProblemException busy() {
        return problem(
                "node.busy",
                "The node is busy with a release; what was asked comes after it.",
                "Look at the step's state in a while.");
    }

    static ProblemException callFailed(StepAddress step, String why) {
        return problem("step.call-failed", step + " failed with the message: " + why + ".", "Look at the step's log.");
    }

    static ProblemException callGoesOn(StepAddress step) {
        return problem(
                "step.call-goes-on",
                step + " has the message and is not through with it after 25 s.",
                "Look at the step's log for what comes of it.");
    }

    static ProblemException messageTooLarge() {
        return problem(
                "message.too-large",
                "The message is larger than the 256 KiB that a message may have.",
                "Inject a shorter one.");
    }

    static ProblemException tooManyLevels() {
        return problem(
                "log.too-many-levels",
                "Log levels are set for 1,000 steps already.",
                "Set one for the whole node, or wait until some have ended.");
    }

    static ProblemException logUnreadable(String why) {
        return problem("log.unreadable", "The node's own log cannot be read: " + why + ".", "Look at the node's disk.");
    }

    static ProblemException badQuestion(String why) {
        return problem(
                "node.question-malformed", "The node does not understand this: " + why + ".", "Ask differently.");
    }

    private static ProblemException problem(String code, String what, String remedy) {
        return new ProblemException(new Problem(code, what, remedy));
    }
}
