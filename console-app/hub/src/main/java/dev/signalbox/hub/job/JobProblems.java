// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;

/// What can go wrong with jobs and with one device of a job.
final class JobProblems {
    private JobProblems() {}

    static Problem notKnown(String id) {
        return new Problem("job.not-known", "There is no job called \"" + id + "\".", "Check its id.");
    }

    static Problem exists(String id) {
        return new Problem("job.exists", "There is a job called \"" + id + "\" already.", "Choose another id.");
    }

    static Problem refused(String why) {
        return new Problem("job.refused", "The job is refused: " + why + ".", "Correct it.");
    }

    static Problem tooMany(String what, int most) {
        return new Problem("job.too-many", most + " jobs " + what + " already.", "Wait for one to end, or cancel one.");
    }

    static Problem ended(String id) {
        return new Problem(
                "job.ended", "Job \"" + id + "\" has ended, so it cannot be cancelled.", "Nothing needs to be done.");
    }

    static final String OUTCOME_UNKNOWN = "job.outcome-unknown";

    /// @param field which part of the form: `id`, `document`, `start`, `window`, `rate`, `attempts` or `rule`
    static ProblemException field(String field, String why) {
        return new ProblemException(
                new Problem("job." + field + "-refused", "The job is refused: " + why + ".", "Correct it."));
    }

    static Problem nothingToRerun(String id) {
        return new Problem(
                "job.nothing-to-rerun", "No device of job \"" + id + "\" failed.", "Nothing needs to be done.");
    }

    static Problem seriesExists(String name) {
        return new Problem(
                "job.exists", "There is a series called \"" + name + "\" already.", "Choose another name, or end it.");
    }

    static Problem seriesNotKnown(String name) {
        return new Problem("series.not-known", "There is no series called \"" + name + "\".", "Look at the list.");
    }

    static Problem tooManySeries(int most) {
        return new Problem("job.too-many", "There are " + most + " series already.", "End one that nobody needs.");
    }

    static Problem answeredFailure(int status, String payload) {
        return new Problem(
                "job.answered-failure",
                "The device answered " + status + (payload.isEmpty() ? "" : ": " + payload) + ".",
                "Look at the device's log, then rerun the failed ones.");
    }

    static Problem outcomeUnknown() {
        return new Problem(
                OUTCOME_UNKNOWN,
                "Outcome unknown: the hub stopped after it had sent the method and before the device answered.",
                "Look at the device, and make another job for it if needed.");
    }

    static Problem windowClosed() {
        return new Problem(
                "job.window-closed",
                "The device was not there to be asked before the job's time was over.",
                "Make another job with a longer maxExecutionTimeInSeconds.");
    }

    static Problem deviceGone() {
        return new Problem("job.device-gone", "The device was removed meanwhile.", "Nothing needs to be done.");
    }
}
