// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.job;

import java.time.Instant;
import java.util.Optional;

/// When a job asks its devices, and how fast.
///
/// @param startAt empty for at once
/// @param windowSeconds how long devices may take from the start on; those that are away are waited for so long
/// @param perSecond how many devices are asked in a second, up to `FASTEST`; 0 for as many as the hub can
/// @param attempts how often a device is asked until it does not fail, 1 to 5
public record JobTiming(Optional<Instant> startAt, long windowSeconds, int perSecond, int attempts) {
    /// Devices a second, over all jobs of a hub.
    public static final int FASTEST = 2_000;
}
