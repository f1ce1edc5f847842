// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.report;

import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import java.time.Instant;
import java.util.Optional;

/// What a node tells of one of its steps.
///
/// @param since when it came into this state
/// @param problem why, when it is restarting or quarantined
public record StepReport(
        StepAddress step,
        String service,
        ServiceVersion version,
        StepState state,
        Instant since,
        Optional<Problem> problem) {}
