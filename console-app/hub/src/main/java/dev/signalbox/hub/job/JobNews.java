// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.live.ChangeFeed;
import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.operator.job.JobTally;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;
import java.time.Instant;
import java.util.StringJoiner;

/// Tells operators what becomes of jobs: a line in the log when one starts and ends, and word to consoles whenever a
/// tally changed.
public record JobNews(Notices notices, ChangeFeed changes) {
    void started(StoredJob job, long devices) {
        say(LogLevel.RUNTIME, "Job " + job.id() + " started for " + devices(devices) + ".");
    }

    void ended(StoredJob job, JobTally tally) {
        var parts = new StringJoiner(", ");
        parts.add(tally.succeeded() + " succeeded");
        if (tally.failed() > 0) {
            parts.add(tally.failed() + " failed");
        }
        if (tally.unknown() > 0) {
            parts.add(tally.unknown() + " with an unknown outcome");
        }
        boolean well = tally.failed() + tally.unknown() == 0;
        say(
                well ? LogLevel.RUNTIME : LogLevel.WARNING,
                "Job " + job.id() + " ended for " + devices(tally.total()) + ": " + parts + ".");
    }

    void couldNotStart(StoredJob job, Problem why) {
        say(LogLevel.ERROR, "Job " + job.id() + " could not start. " + why);
    }

    void cancelled(String job) {
        say(LogLevel.RUNTIME, "Job " + job + " was cancelled.");
    }

    void missed(String series, long occurrences, Instant last) {
        say(
                LogLevel.WARNING,
                "Series " + series + " missed "
                        + (occurrences == 1 ? "one occurrence" : occurrences + " occurrences, the last") + " of " + last
                        + ", because the hub was not there in time. It goes on with the next.");
    }

    void notMade(String series, Instant due, Problem why) {
        say(LogLevel.ERROR, "Series " + series + " could not make its job of " + due + ". " + why);
    }

    /// A tally changed.
    void changed() {
        changes.changedSoon(ChangeFeed.JOBS);
    }

    void failed(Problem problem) {
        notices.failed(problem);
    }

    private void say(LogLevel level, String sentence) {
        notices.happened(level, sentence);
        changed();
    }

    private static String devices(long number) {
        return number == 1 ? "1 device" : number + " devices";
    }
}
