// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.device;

import dev.signalbox.protocol.identity.DeviceId;

/// A device as the registry has it, without its keys.
///
/// @param etag changes with each change
/// @param enabled whether it may sign in
/// @param statusReason why it is enabled or not; empty when nobody said
/// @param generation tells it from an earlier device of the same name
public record DeviceIdentity(
        DeviceId id, String etag, boolean enabled, String statusReason, Proof proof, String generation) {}
