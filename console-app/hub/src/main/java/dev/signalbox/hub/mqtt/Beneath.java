// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import io.vertx.core.net.NetSocket;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.impl.MqttEndpointImpl;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// The socket beneath a connection. Vert.x keeps it to itself, and it alone tells when an answer has gone, and takes
/// several in one piece.
final class Beneath {
    private static final VarHandle SOCKET = find();

    private Beneath() {}

    static NetSocket of(MqttEndpoint endpoint) {
        return (NetSocket) SOCKET.get((MqttEndpointImpl) endpoint);
    }

    private static VarHandle find() {
        try {
            var lookup = MethodHandles.privateLookupIn(MqttEndpointImpl.class, MethodHandles.lookup());
            return lookup.unreflectVarHandle(MqttEndpointImpl.class.getDeclaredField("conn"));
        } catch (ReflectiveOperationException otherVersion) {
            throw new IllegalStateException("This version of Vert.x MQTT keeps its socket elsewhere", otherVersion);
        }
    }
}
