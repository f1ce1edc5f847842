// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.query.Query;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Answers queries over all devices, without reading all twins. A device is seen as its `TwinDocument` says.
public interface QueryRecords {
    /// Notes whether a device is connected; a device that is not known is no matter.
    void setConnected(DeviceId id, boolean connected);

    /// The devices that match, those after a position, in the order asked for; if none is, in one that does not change
    /// while devices come and go. TOP and columns are left to the caller.
    ///
    /// @param position 0, or the position of the last one found before
    /// @param most how many at most
    List<Found> find(Query query, long position, int most);

    /// The rows of a grouped query, in the order asked for and then that of their keys. TOP is left to the caller.
    ///
    /// @param skip how many rows to leave out
    List<ObjectNode> groups(Query query, long skip, int most);

    /// A device that matches.
    ///
    /// @param position where it stands, for finding those after it
    record Found(long position, DeviceId device, boolean connected) {}
}
