// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.operator;

/// How a person takes an invitation.
///
/// @param secret of the invitation, good once
/// @param password to sign in with from now on: `SHORTEST_PASSWORD` to `LONGEST_PASSWORD` characters
/// @param publicKey with which the person will sign, Ed25519, base64 of its X.509 encoding
public record Joining(String name, String secret, String password, String publicKey) {
    /// In characters; a long sentence is easier to keep in mind than a short riddle.
    public static final int SHORTEST_PASSWORD = 12;

    public static final int LONGEST_PASSWORD = 256;

    /// Without secret and password.
    @Override
    public String toString() {
        return "joining of " + name;
    }
}
