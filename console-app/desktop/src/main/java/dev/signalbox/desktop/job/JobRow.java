// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.desktop.kit.TallyBar;
import dev.signalbox.operator.job.JobPhase;
import dev.signalbox.operator.job.JobProgress;
import dev.signalbox.operator.job.JobTally;
import dev.signalbox.operator.job.JobView;
import dev.signalbox.operator.job.JobWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.StringJoiner;

/// A job as the page shows it.
record JobRow(JobView job) {
    String id() {
        return job.id();
    }

    /// The same for a bar.
    TallyBar.Parts parts() {
        JobTally now = tally();
        return new TallyBar.Parts(
                now.succeeded(), now.failed(), now.unknown(), now.cancelled(), now.running(), now.total());
    }

    JobTally tally() {
        return job.progress().tally();
    }

    JobPhase phase() {
        return job.progress().phase();
    }

    boolean isOpen() {
        return !phase().hasEnded();
    }

    /// What it does, in a few words.
    String work() {
        return words(job.work());
    }

    static String words(JobWork work) {
        return switch (work.kind()) {
            case CALL -> "call " + work.method();
            case DESIRED -> "set desired";
            case TAGS -> "set tags";
            case TWIN -> "change twin";
        };
    }

    String state() {
        return phase().name().toLowerCase(Locale.ROOT);
    }

    /// The state, the tally, and whether all went well.
    String summary() {
        boolean partly = phase() == JobPhase.COMPLETED && tally().failed() + tally().unknown() > 0;
        return state() + (partly ? ", with failures" : "") + " — " + tallyWords();
    }

    Lamp.State lamp() {
        if (phase() == JobPhase.FAILED || tally().failed() > 0) {
            return Lamp.State.DANGER;
        }
        if (tally().unknown() > 0 || phase() == JobPhase.RUNNING) {
            return Lamp.State.CAUTION;
        }
        return phase() == JobPhase.COMPLETED ? Lamp.State.CLEAR : Lamp.State.DARK;
    }

    /// When it started or will.
    String started() {
        JobProgress progress = job.progress();
        Instant at = progress.startedAt().or(job.timing()::startAt).orElse(progress.createdAt());
        return Times.of(at);
    }

    /// When it ended, or will at the latest.
    String ends() {
        JobProgress progress = job.progress();
        Instant start = progress.startedAt().or(job.timing()::startAt).orElse(progress.createdAt());
        Instant latest = start.plus(Duration.ofSeconds(job.timing().windowSeconds()));
        return progress.endedAt().map(Times::of).orElseGet(() -> "by " + Times.of(latest));
    }

    /// The tally in words; all its numbers add up to the devices.
    String tallyWords() {
        JobTally tally = tally();
        if (tally.total() == 0) {
            return phase() == JobPhase.SCHEDULED || phase() == JobPhase.QUEUED ? "not started" : "no device";
        }
        var words = new StringJoiner(" · ");
        add(words, tally.succeeded(), "succeeded");
        add(words, tally.failed(), "failed");
        add(words, tally.running(), "running");
        add(words, tally.pending(), "pending");
        add(words, tally.unknown(), "unknown");
        add(words, tally.cancelled(), "cancelled");
        return words.toString();
    }

    private static void add(StringJoiner words, long number, String name) {
        if (number > 0) {
            words.add(String.format(Locale.ROOT, "%,d %s", number, name));
        }
    }

    /// Such as `12 / 40`.
    String done() {
        return tally().total() == 0 ? "" : String.format(Locale.ROOT, "%,d / %,d", tally().ended(), tally().total());
    }

    String condition() {
        return job.condition().equals("*") ? "all devices" : job.condition();
    }

    /// Where it comes from, or empty.
    String origin() {
        if (!job.rerunOf().isEmpty()) {
            return "failed devices of " + job.rerunOf();
        }
        return job.series().isEmpty() ? "" : "series " + job.series();
    }
}
