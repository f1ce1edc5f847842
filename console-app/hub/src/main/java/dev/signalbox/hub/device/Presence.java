// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.device;

import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Who is connected to this hub now.
public final class Presence {
    private final Set<ClientId> connected = ConcurrentHashMap.newKeySet();

    public void came(ClientId id) {
        connected.add(id);
    }

    public void went(ClientId id) {
        connected.remove(id);
    }

    /// Whether the device itself is connected; its modules do not count.
    public boolean isHere(DeviceId id) {
        return isHere(ClientId.of(id));
    }

    /// How many devices are connected; modules do not count.
    public long devices() {
        return connected.stream().filter(id -> id.module().isEmpty()).count();
    }

    public boolean isHere(ClientId id) {
        return connected.contains(id);
    }
}
