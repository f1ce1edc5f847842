// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.device;

/// What a device is to be from now on; its keys stay.
///
/// @param enabled whether it may sign in; one that may not is disconnected
/// @param statusReason up to 128 characters, may be empty
public record IdentityChange(boolean enabled, String statusReason, Proof proof) {}
