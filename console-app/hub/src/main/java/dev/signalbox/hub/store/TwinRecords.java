// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The twins of devices and of their modules.
public interface TwinRecords {
    Optional<StoredTwin> find(DeviceId id);

    /// Adds or replaces.
    void put(DeviceId id, StoredTwin twin);

    Optional<StoredTwin> find(ClientId id);

    /// Adds or replaces; a module's only if there is that module.
    void put(ClientId id, StoredTwin twin);

    Optional<StoredTags> tags(ClientId id);

    /// Replaces the tags of one who is known.
    void putTags(ClientId id, ObjectNode tags);

    /// The whole `TwinDocument`.
    ///
    /// @param connected what it is to say of that
    Optional<ObjectNode> document(ClientId id, boolean connected);
}
