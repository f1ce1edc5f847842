// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import io.vertx.core.net.SocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Where connections really come from that reach the MQTT port by way of this hub's own HTTPS port.
final class Detours {
    private final Map<SocketAddress, Origin> origins = new ConcurrentHashMap<>();

    /// @param certificates what the client showed at the HTTPS port
    record Origin(String host, List<X509Certificate> certificates) {}

    /// @param via the near end of this hub's own connection
    void add(SocketAddress via, Origin origin) {
        origins.put(via, origin);
    }

    void remove(SocketAddress via) {
        origins.remove(via);
    }

    Optional<Origin> of(@Nullable SocketAddress via) {
        return via == null ? Optional.empty() : Optional.ofNullable(origins.get(via));
    }
}
