// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.release;

/// How far a release has come.
enum ReleaseStage {
    PLANNING,
    PLANNED,
    RELEASING,
    RELEASED,
    /// Signed, and waiting for others to sign it too.
    PROPOSED,
    /// There is no plan, or the hub did not take it.
    FAILED
}
