// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.provisioning;

import dev.signalbox.operator.provisioning.TokenView;

/// A token that was just made, as it is handed to devices.
///
/// @param text the one string that a device needs; secret, and told this once
public record TokenGiven(TokenView token, String text) {
    /// Without the secret.
    @Override
    public String toString() {
        return token.toString();
    }
}
