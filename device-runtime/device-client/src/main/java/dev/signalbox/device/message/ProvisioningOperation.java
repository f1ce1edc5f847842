// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.message;

import java.time.Instant;

/// A device's asking to be let in, to be shown where people see the device.
///
/// @param verificationCode to be compared with the one in the console before somebody approves
/// @param expirationTime when the asking ends
public record ProvisioningOperation(String id, String verificationCode, Instant expirationTime) {}
