// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.release;

import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.StoredDevice;
import dev.signalbox.hub.store.StoredRollout;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.List;
import java.util.Optional;

/// On whom a rollout's release changes something.
public final class Targets {
    private static final int READ_AT_ONCE = 500;

    private Targets() {}

    /// Looks at some devices, by id, from those after one on.
    ///
    /// @param after a device id, or empty for the first ones
    public static Some find(Records records, StoredRollout rollout, String after) {
        var difference = new Difference(
                TakenRelease.find(records, rollout.base()).orElseThrow(),
                TakenRelease.find(records, rollout.release()).orElseThrow());
        List<StoredDevice> devices = records.devices().after(after, READ_AT_ONCE);
        return new Some(
                devices.stream()
                        .filter(difference::changes)
                        .map(StoredDevice::id)
                        .toList(),
                Optional.of(devices)
                        .filter(some -> some.size() == READ_AT_ONCE)
                        .map(some -> some.getLast().id().value()));
    }

    /// @param last up to which device it came; empty after the last
    public record Some(List<DeviceId> targets, Optional<String> last) {}
}
