// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.message;

import java.time.Duration;
import java.util.Optional;

/// How much an outbox keeps, and how long.
///
/// @param bytes payloads and properties of all waiting messages together
/// @param age how long a message is worth sending; absent for ever. It counts while the program runs, and over a time
///     without power as far as the device's clock went forward
public record OutboxLimits(long bytes, Optional<Duration> age) {
    /// 256 MiB, for ever.
    public static final OutboxLimits USUAL = new OutboxLimits(256L << 20, Optional.empty());

    public OutboxLimits {
        if (bytes < 1) {
            throw new IllegalArgumentException("An outbox needs room for at least one byte");
        }
        if (age.isPresent() && !age.get().isPositive()) {
            throw new IllegalArgumentException("The age limit of an outbox is positive");
        }
    }
}
