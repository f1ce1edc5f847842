// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.job;

import java.time.Instant;
import java.util.Optional;

/// How far a job is.
///
/// @param startedAt when its devices were found
/// @param reason why it could not start, else empty
public record JobProgress(
        JobPhase phase,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        JobTally tally,
        String reason) {}
