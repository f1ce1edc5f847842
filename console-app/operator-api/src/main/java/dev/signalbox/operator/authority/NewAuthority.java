// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.authority;

/// An authority that is to let devices in.
///
/// @param name 1 to 64 letters, digits, `.`, `-` and `_`; unique without regard to case
/// @param certificate one certificate as PEM, or as base64 of its DER; up to 16,384 characters
/// @param verified true when the operator vouches that its key is in the right hands; false to have that proved
public record NewAuthority(String name, String certificate, boolean verified) {}
