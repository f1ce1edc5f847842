// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

/// Ids that senders gave their messages.
public interface MessageIdRecords {
    /// @param batch empty for none
    record MessageId(long channel, String device, String batch, String message) {}

    /// False if there is a message of that id.
    boolean add(MessageId id, long key);

    boolean has(MessageId id);
}
