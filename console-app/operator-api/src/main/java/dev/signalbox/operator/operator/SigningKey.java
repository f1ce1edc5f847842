// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.operator;

/// With which an operator signs from now on. It counts once the trust document names it.
///
/// @param publicKey Ed25519, base64 of its X.509 encoding
public record SigningKey(String publicKey) {}
