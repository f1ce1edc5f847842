// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.device;

/// How a device or module shows who it is.
///
/// @param primaryThumbprint SHA-1 or SHA-256 of its certificate in hexadecimal; empty unless self-signed
/// @param secondaryThumbprint as the primary one, or empty
public record Proof(Kind kind, String primaryThumbprint, String secondaryThumbprint) {
    /// By a signature made with one of its two keys.
    public static final Proof SAS = new Proof(Kind.SAS, "", "");

    /// The ways there are.
    public enum Kind {
        SAS,
        SELF_SIGNED,
        CERTIFICATE_AUTHORITY,
        NONE
    }
}
