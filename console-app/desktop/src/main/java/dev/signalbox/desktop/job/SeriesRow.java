// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import dev.signalbox.operator.job.JobSeries;
import dev.signalbox.operator.job.Recurrence;
import java.util.Locale;

/// A series as the page shows it.
record SeriesRow(JobSeries series) {
    String name() {
        return series.name();
    }

    /// Such as `call restart every 2 days from 2026-01-31 02:00Z`.
    String rule() {
        Recurrence rule = series.rule();
        String unit = rule.unit().name().toLowerCase(Locale.ROOT);
        String every = rule.every() == 1 ? unit.substring(0, unit.length() - 1) : rule.every() + " " + unit;
        return JobRow.words(series.job().work()) + " every " + every + " from " + Times.of(series.first())
                + rule.until().map(until -> " until " + Times.of(until)).orElse("");
    }

    String next() {
        return series.next().map(next -> "next " + Times.of(next)).orElse("over");
    }

    /// Empty when none was.
    String missed() {
        return series.missed() == 0
                ? ""
                : series.missed() + " missed"
                        + series.lastMissed()
                                .map(at -> ", last " + Times.of(at))
                                .orElse("");
    }
}
