// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.rollout;

import dev.signalbox.hub.store.StoredRollout;
import dev.signalbox.operator.rollout.RolloutTally;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.StepReport;
import java.util.Locale;

/// What can go wrong with rollouts.
final class RolloutProblems {
    private RolloutProblems() {}

    static Problem notKnown(long release) {
        return new Problem(
                "rollout.not-known",
                "Release " + release + " was not rolled out in stages.",
                "Look at the list of rollouts.");
    }

    static Problem notOpen(StoredRollout rollout) {
        return new Problem(
                "rollout.not-open",
                "The rollout of release " + rollout.release() + " is "
                        + rollout.state().name().toLowerCase(Locale.ROOT) + ".",
                "Make a new release.");
    }

    static Problem notYet(long release) {
        return new Problem(
                "rollout.preparing",
                "The nodes that release " + release + " changes something on are still being found.",
                "Wait a moment, or halt it.");
    }

    static Problem movedOn(StoredRollout rollout) {
        return new Problem(
                "rollout.moved-on",
                "The rollout of release " + rollout.release() + " has come to stage " + (rollout.stage() + 1) + ".",
                "Look at it again.");
    }

    static Problem tooManyFailed(StoredRollout rollout, RolloutTally all) {
        return new Problem(
                "rollout.too-many-failed",
                all.failed() + " of the " + all.exposed() + " nodes that got release " + rollout.release()
                        + " failed, and it halts at " + rollout.plan().haltAtPercent() + " %.",
                "All nodes go back to release " + rollout.base()
                        + ". Look at what they tell, mend it and release anew.");
    }

    static Problem tooFewSucceeded(StoredRollout rollout, RolloutTally all) {
        return new Problem(
                "rollout.too-few-succeeded",
                "Of the " + all.told() + " nodes that told how it went, " + all.succeeded()
                        + " succeeded; the next stage needs " + rollout.plan().goOnAtPercent() + " %.",
                "Begin the next stage all the same, or halt.");
    }

    static Problem tooManyAway(long away, RolloutTally all) {
        return new Problem(
                "rollout.too-many-away",
                "Of the " + all.succeeded() + " nodes that ran it for good, " + away + " are not connected any more.",
                "Look whether the release cut them off. Begin the next stage all the same, resume when they are back, or"
                        + " halt.");
    }

    static Problem haltedBy(String operator) {
        return new Problem("rollout.halted", "It was halted by " + operator + ".", "Make a new release.");
    }

    static Problem pausedBy(String operator) {
        return new Problem("rollout.paused", "It was paused by " + operator + ".", "Resume it, or halt it.");
    }

    static Problem quarantined(StepReport step) {
        return new Problem(
                "rollout.quarantined",
                "Its step " + step.step() + " is in quarantine.",
                step.problem().map(Problem::what).orElse("Look at its log."));
    }

    static Problem otherRelease(long running) {
        return new Problem("rollout.other-release", "It runs release " + running + " again.", "Look at its log.");
    }

    static Problem silent(int seconds) {
        return new Problem(
                "rollout.silent",
                "It was told to run the release and has not told for " + seconds + " s how that went.",
                "Look at its connection and its log.");
    }
}
