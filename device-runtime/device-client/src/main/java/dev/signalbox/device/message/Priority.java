// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.message;

/// Which messages go first. Those of one priority stay in order; a higher one goes past a lower one.
public enum Priority {
    HIGH(0),
    /// What all messages have unless their sender says otherwise.
    NORMAL(1),
    LOW(2);

    private final int lane;

    Priority(int lane) {
        this.lane = lane;
    }

    /// A lower number goes first.
    public int lane() {
        return lane;
    }
}
