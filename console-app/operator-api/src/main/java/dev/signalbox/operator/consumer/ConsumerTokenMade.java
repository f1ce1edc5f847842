// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.consumer;

/// A token that was just made. The hub keeps a digest only: this is the one time its secret is told.
public record ConsumerTokenMade(ConsumerTokenView token, String secret) {
    /// Without the secret.
    @Override
    public String toString() {
        return token.toString();
    }
}
