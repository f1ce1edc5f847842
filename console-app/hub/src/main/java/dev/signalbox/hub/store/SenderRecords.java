// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// How far each device has come in a channel.
public interface SenderRecords {
    /// A device in a channel.
    record Sender(long channel, String device) {}

    /// @param nextMessage what the next `{sequenceId}` of a message is
    /// @param nextBatch the same of a batch; the open one has it
    /// @param batch the open one, empty for none
    record Progress(long nextMessage, long nextBatch, String batch) {
        public static final Progress NONE = new Progress(0, 0, "");
    }

    Optional<Progress> find(Sender sender);

    void put(Map<Sender, Progress> senders);

    /// Of channels that are no more.
    void forget(Collection<Long> channels);
}
