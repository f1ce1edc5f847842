// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.operator.job.JobSeries;
import dev.signalbox.operator.job.JobTiming;
import dev.signalbox.operator.job.NewJob;
import dev.signalbox.operator.job.NewSeries;
import dev.signalbox.operator.job.Recurrence;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Reads what an operator sends as a series, and makes its occurrences.
final class SeriesReader {
    private static final int LONGEST_NAME = 48;
    private static final int MOST = 1000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private SeriesReader() {}

    static JobSeries read(NewSeries asked, Instant now) {
        Recurrence rule = asked.rule();
        StoredJob.Order order = OrderReader.read(asked.job(), now);
        if (order.id().length() > LONGEST_NAME) {
            throw JobProblems.field("id", "a series' name has at most " + LONGEST_NAME + " characters");
        }
        if (rule.every() < 1 || rule.every() > MOST) {
            throw JobProblems.field("rule", "it is repeated every 1 to " + MOST + " units");
        }
        if (rule.until().filter(until -> until.isBefore(order.startAt())).isPresent()) {
            throw JobProblems.field("rule", "it ends before it starts");
        }
        return new JobSeries(asked.job(), rule, order.startAt(), Optional.of(order.startAt()), 0, Optional.empty());
    }

    /// The job of that time.
    static StoredJob.Order occurrence(JobSeries series, Instant due) {
        NewJob job = series.job();
        JobTiming timing = job.timing();
        var at = new JobTiming(Optional.of(due), timing.windowSeconds(), timing.perSecond(), timing.attempts());
        StoredJob.Order order =
                OrderReader.read(new NewJob(job.id() + "-" + TIME.format(due), job.work(), job.condition(), at), due);
        return order.with(order.manner().of(series.name()));
    }
}
