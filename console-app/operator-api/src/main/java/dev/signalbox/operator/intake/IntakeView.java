// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.intake;

import java.util.List;

/// Whether the hub takes in messages, and from whom it takes no more today.
///
/// @param disk how much room there is
/// @param quota how many messages a device may send in a day
public record IntakeView(Disk disk, Quota quota) {
    /// @param freeBytes of the hub's disk
    /// @param keptFreeBytes with less than that free no messages are taken in
    /// @param isFull whether that is so
    public record Disk(long freeBytes, long keptFreeBytes, boolean isFull) {}

    /// Since midnight, UTC, or since the hub started if that is later.
    ///
    /// @param messagesADay so many each device may send; 0 for any number
    /// @param reached devices that sent as many and tried more, at most `MOST_NAMED` of them
    /// @param devices how many such devices there are
    /// @param refused how often a message was refused for that
    public record Quota(long messagesADay, List<String> reached, long devices, long refused) {
        /// So many devices are named.
        public static final int MOST_NAMED = 100;

        public Quota {
            reached = List.copyOf(reached);
        }
    }
}
