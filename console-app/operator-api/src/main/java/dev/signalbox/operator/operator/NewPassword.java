// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.operator;

/// A password to sign in with from now on; all other sessions of the operator end.
///
/// @param old the one so far; empty for an owner who never had one
/// @param password of the lengths that `Joining` names
public record NewPassword(String old, String password) {
    /// Without the passwords.
    @Override
    public String toString() {
        return "new password";
    }
}
