// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.message;

/// Which messages go first. Those of one priority stay in order; a higher one goes past a lower one.
public enum Priority {
    HIGH,
    /// What all messages have unless their sender says otherwise.
    NORMAL,
    LOW
}
