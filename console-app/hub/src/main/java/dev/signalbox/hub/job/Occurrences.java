// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.operator.job.JobSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a series is due.
///
/// @param number how many occurrences
/// @param last when the last of them was due
record Occurrences(long number, Instant last) {
    /// Those that are due and not made yet; the series has such.
    static Occurrences upTo(JobSeries series, Instant now) {
        Instant first = series.next().orElseThrow();
        Instant end = series.rule().until().filter(until -> until.isBefore(now)).orElse(now);
        long further = Duration.between(first, end).dividedBy(series.rule().step());
        return new Occurrences(further + 1, first.plus(series.rule().step().multipliedBy(further)));
    }

    /// The series with its next occurrence after now.
    ///
    /// @param missed how many more were not made
    static JobSeries after(JobSeries series, Instant now, long missed) {
        Instant last = upTo(series, now).last();
        Optional<Instant> next = Optional.of(last.plus(series.rule().step()))
                .filter(one -> series.rule().until().filter(one::isAfter).isEmpty());
        return new JobSeries(
                series.job(),
                series.rule(),
                series.first(),
                next,
                series.missed() + missed,
                missed > 0 ? Optional.of(last) : series.lastMissed());
    }
}
