// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import dev.signalbox.protocol.report.Account;
import java.util.List;

/// What one commit changes: all of it or nothing. Every value is absolute, so that a step of which nobody knows whether
/// it was written can be written again.
///
/// @param added parcels whose ids grow beyond all before
/// @param progressed rows with more of their messages taken; those taken as a whole are removed
/// @param inbox what changes among the messages from the cloud
/// @param books the account when all this is done
/// @param age the age clock
/// @param wall the device's calendar, in milliseconds
/// @param synced whether it must survive a power cut when `write` returns
public record Step(
        List<NewParcel> added,
        List<ParcelRow> progressed,
        InboxStep inbox,
        Account books,
        long age,
        long wall,
        boolean synced) {
    /// What a commit changes in the inbox.
    ///
    /// @param arrived with ids that grow beyond all before
    /// @param attempted ids of messages that were tried once more
    /// @param handled ids of messages to remove
    public record InboxStep(List<Arrived> arrived, List<Long> attempted, List<Long> handled) {
        public static final InboxStep NONE = new InboxStep(List.of(), List.of(), List.of());
    }
}
