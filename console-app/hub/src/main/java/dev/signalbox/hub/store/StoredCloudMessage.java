// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.Map;

/// A message on its way to a device.
///
/// @param id its place in the queue
/// @param properties its whole bag, system properties first
/// @param body not copied: do not change it
/// @param lockedBy the connection that has it now or had it last; empty before its first delivery
/// @param deliveries how often it was given to a connection
public record StoredCloudMessage(
        long id,
        DeviceId device,
        Map<String, String> properties,
        byte[] body,
        Instant expiresAt,
        String lockedBy,
        int deliveries) {}
