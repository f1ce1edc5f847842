// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import java.security.KeyPair;

/// Who signs releases: the workspace, the operator's name and key.
public record Signer(String workspace, String operator, KeyPair key) {
    /// Without the key.
    @Override
    public String toString() {
        return operator + " of " + workspace;
    }
}
