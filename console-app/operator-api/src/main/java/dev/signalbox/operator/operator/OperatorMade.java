// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.operator;

/// An operator that was just made. The hub keeps a digest only: this is the one time its secret is told.
///
/// @param secret of a person's invitation, or a program's token
public record OperatorMade(OperatorView operator, String secret) {
    /// Without the secret.
    @Override
    public String toString() {
        return operator.toString();
    }
}
