// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How often a job is made again, counted from its first start.
///
/// @param every 1 to 1000
/// @param until no occurrence begins later; empty for no end
public record Recurrence(int every, Unit unit, Optional<Instant> until) {
    /// What is counted. All have the same length always: times are UTC.
    public enum Unit {
        MINUTES(Duration.ofMinutes(1)),
        HOURS(Duration.ofHours(1)),
        DAYS(Duration.ofDays(1)),
        WEEKS(Duration.ofDays(7));

        private final Duration length;

        Unit(Duration length) {
            this.length = length;
        }
    }

    /// From one occurrence to the next.
    public Duration step() {
        return unit.length.multipliedBy(every);
    }
}
