// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.release;

/// How far a release has come.
enum ReleaseStage {
    PLANNING,
    PLANNED,
    RELEASING,
    RELEASED,
    /// There is no plan, or the hub did not take it.
    FAILED
}
