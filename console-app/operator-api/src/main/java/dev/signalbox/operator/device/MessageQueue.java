// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.device;

import java.time.Instant;
import java.util.List;

/// The messages to a device.
///
/// @param waiting what the device has not acknowledged yet, oldest first
/// @param outcomes what became of others whose sender asked and that no back end has taken yet, oldest first
public record MessageQueue(List<Waiting> waiting, List<Outcome> outcomes) {
    /// @param deliveries how often it was given to the device
    public record Waiting(String messageId, int bytes, Instant expiresAt, int deliveries) {}

    /// @param result `Success`, `Expired`, `DeliveryCountExceeded` or `Purged`
    public record Outcome(String messageId, String result, Instant at) {}
}
