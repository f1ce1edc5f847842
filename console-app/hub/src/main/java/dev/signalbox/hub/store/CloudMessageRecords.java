// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Messages on their way to devices, and what became of them. Messages go with their device.
public interface CloudMessageRecords {
    /// All of a device, oldest first.
    List<StoredCloudMessage> of(DeviceId device);

    Optional<StoredCloudMessage> find(DeviceId device, long id);

    /// Those whose time is over, oldest first.
    List<StoredCloudMessage> expired(Instant now, int most);

    /// Adds at the end; the message's id is not used.
    void add(StoredCloudMessage message);

    /// Notes one more delivery, to this connection.
    void lock(long id, String by);

    void delete(long id);

    /// Adds; the feedback's id is not used. When there are too many, the oldest give way.
    void addFeedback(StoredFeedback feedback);

    /// The oldest, in their order.
    List<StoredFeedback> feedback(int most);

    /// Removes one and all before it.
    void deleteFeedback(long upTo);
}
