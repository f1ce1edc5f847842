// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.device;

/// A property about which the two sides of a twin do not agree.
///
/// @param path names joined by points
/// @param desired its value as JSON; empty when it is not desired
/// @param reported its value as JSON; empty when it is not reported
public record Difference(String path, Kind kind, String desired, String reported) {
    /// What it is that differs.
    public enum Kind {
        /// Both have it, with different values.
        DIFFERS,
        /// Desired, and not reported.
        MISSING,
        /// Reported, and not desired: a device may well say more than it was asked for.
        EXTRA
    }
}
