// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

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

    static Problem outcomeUnknown() {
        return new Problem(
                "job.outcome-unknown",
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
