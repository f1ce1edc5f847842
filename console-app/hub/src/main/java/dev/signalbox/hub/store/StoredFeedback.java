// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;

/// What became of a message to a device whose sender wanted to know.
///
/// @param id grows; 0 before it is stored
/// @param messageId the sender's name for the message
/// @param outcome `Success`, `Expired`, `DeliveryCountExceeded` or `Purged`, as IoT Hub says it
public record StoredFeedback(long id, DeviceId device, String messageId, String outcome, Instant at) {}
