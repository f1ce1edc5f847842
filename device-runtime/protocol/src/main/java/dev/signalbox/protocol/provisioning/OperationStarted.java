// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.provisioning;

import java.time.Instant;

/// The hub's answer to `init`: a person is to compare the code on the device with the one in the console.
public record OperationStarted(String provisioningOperationId, String verificationCode, Instant expirationTime) {}
