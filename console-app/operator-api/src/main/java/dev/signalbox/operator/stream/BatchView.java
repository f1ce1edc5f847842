// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.stream;

import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.Optional;

/// A batch of messages of one device in a stream.
///
/// @param closed absent while it is open
/// @param bytes of payloads as sent
public record BatchView(
        DeviceId device, String batch, Instant opened, Optional<Instant> closed, long messages, long bytes) {}
