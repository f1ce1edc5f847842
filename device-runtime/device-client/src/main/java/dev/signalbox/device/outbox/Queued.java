// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import java.util.Map;

/// A message on its way to the hub.
///
/// @param sequence grows with each message of the outbox's epoch
/// @param bytes what it takes of the outbox's room
public record Queued(long sequence, byte[] payload, Map<String, String> properties, long bytes) {}
