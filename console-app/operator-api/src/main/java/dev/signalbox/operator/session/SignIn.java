// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.session;

/// What an operator signs in with: a password, or as name `owner` the one-time token from the hub's data folder.
public record SignIn(String name, String secret) {
    /// Without the secret.
    @Override
    public String toString() {
        return "sign-in of " + name;
    }
}
