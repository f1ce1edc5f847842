// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.node;

/// A message that waits for its device.
///
/// @param messageId the sender's, or the one the hub gave it
public record SentMessage(String messageId) {}
