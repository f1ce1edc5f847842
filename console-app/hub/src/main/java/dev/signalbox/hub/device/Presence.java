// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.device;

import dev.signalbox.protocol.identity.DeviceId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Who is connected to this hub now.
public final class Presence {
    private final Set<DeviceId> connected = ConcurrentHashMap.newKeySet();

    public void came(DeviceId id) {
        connected.add(id);
    }

    public void went(DeviceId id) {
        connected.remove(id);
    }

    public boolean isHere(DeviceId id) {
        return connected.contains(id);
    }
}
