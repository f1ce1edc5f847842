// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.device;

import java.time.Duration;

/// What a device answered.
///
/// @param status the device's own
/// @param payload JSON, a member a line
/// @param took from the question to the answer, as the console saw it
public record MethodOutcome(int status, String payload, Duration took) {}
