// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.session;

/// A session the hub granted.
///
/// @param bearer goes into `Authorization: Bearer`; secret
public record Session(String name, String bearer, String workspace) {
    /// Without the bearer.
    @Override
    public String toString() {
        return "session of " + name + " in " + workspace;
    }
}
