// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import java.util.Map;

/// A message that waits to be sent.
///
/// @param sequence grows in the order of adding
public record OutboxEntry(long sequence, byte[] payload, Map<String, String> properties) {}
