// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.job;

import java.time.Instant;
import java.util.Optional;

/// How one device fares in a job.
///
/// @param attempts how often it was asked
/// @param answer JSON `{"status":200,"payload":...}`; empty when it did not answer
/// @param errorText why it failed and what to do; while it waits, why the last attempt failed; else empty
public record JobDeviceView(
        String device,
        DeviceOutcome outcome,
        int attempts,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        String answer,
        String errorText) {}
