// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.release;

/// A secret's value, on its way into the hub. Kept encrypted, never given back to operators.
public record NewSecret(String value) {
    /// Without the value.
    @Override
    public String toString() {
        return "(hidden)";
    }
}
