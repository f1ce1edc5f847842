// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.report.NodeReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Devices with their keys and tags, and what nodes last said of themselves.
public interface DeviceRecords {
    Optional<StoredDevice> find(DeviceId id);

    /// By id, from those after one on.
    ///
    /// @param after a device id, or empty for the first ones
    List<StoredDevice> after(String after, int most);

    /// How many there are.
    long count();

    void add(StoredDevice device);

    void setKeys(DeviceId id, String primaryKey, String secondaryKey);

    void setTags(DeviceId id, Map<String, String> tags);

    void setLastSeen(DeviceId id, Instant at);

    /// Removes the device with its twin and its report.
    void delete(DeviceId id);

    /// What operators have switched off on it, but for flows.
    Switches switches(DeviceId id);

    void setSwitches(DeviceId id, Switches switches);

    Optional<NodeReport> report(DeviceId id);

    void setReport(DeviceId id, NodeReport report);
}
