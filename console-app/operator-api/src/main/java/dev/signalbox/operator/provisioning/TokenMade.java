// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.provisioning;

/// A token that was just made. The hub keeps a digest only: this is the one time its secret is told.
public record TokenMade(TokenView token, String secret) {
    /// Without the secret.
    @Override
    public String toString() {
        return token.toString();
    }
}
