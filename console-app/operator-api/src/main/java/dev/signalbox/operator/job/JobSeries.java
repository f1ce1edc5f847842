// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.job;

import java.time.Instant;
import java.util.Optional;

/// A job that is made again and again.
///
/// @param first when its first occurrence was due
/// @param next when the next one is; empty when there is none any more
/// @param missed how many occurrences were not made, because the hub was not there or had too much to do
/// @param lastMissed when the last of these was due
public record JobSeries(
        NewJob job, Recurrence rule, Instant first, Optional<Instant> next, long missed, Optional<Instant> lastMissed) {
    public String name() {
        return job.id();
    }
}
