// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import dev.signalbox.hub.method.MethodLine;
import dev.signalbox.hub.twin.DesiredChange;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.topic.FromHub;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.node.ObjectNode;

/// The connection of one device or module: what it wants to hear, and how far its messages have come.
final class Link implements MethodLine {
    private final ClientId client;
    private final Wire wire;
    private final Map<String, MqttQoS> subscriptions;
    private final AtomicLong bytesInFlight = new AtomicLong();
    private volatile boolean stuck;

    Link(ClientId client, Wire wire, Map<String, MqttQoS> subscriptions) {
        this.client = client;
        this.wire = wire;
        this.subscriptions = subscriptions;
    }

    ClientId client() {
        return client;
    }

    DeviceId device() {
        return client.device();
    }

    Wire wire() {
        return wire;
    }

    AtomicLong bytesInFlight() {
        return bytesInFlight;
    }

    Map<String, MqttQoS> subscriptions() {
        return subscriptions;
    }

    /// Sends an answer about the twin, if the device listens to them.
    void answer(int status, String requestId, OptionalLong version, byte[] body) {
        MqttQoS qos = subscriptions.get(Topics.TWIN_RESPONSES);
        if (qos != null) {
            wire.publish(device(), new FromHub.TwinResponse(status, requestId, version), body, qos);
        }
    }

    void push(DesiredChange change) {
        MqttQoS qos = subscriptions.get(Topics.DESIRED_PATCHES);
        if (qos != null) {
            ObjectNode body = change.patch().deepCopy().put("$version", change.version());
            wire.publish(device(), new FromHub.DesiredPatch(change.version()), Json.write(body), qos);
        }
    }

    /// At most once, as IoT Hub does: a method that is called twice may do harm.
    @Override
    public void call(String name, String requestId, byte[] body) {
        wire.publish(device(), new FromHub.MethodCall(name, requestId), body, MqttQoS.AT_MOST_ONCE);
    }

    /// Whether its messages may be stored: not once one of them could not be, until it signs in again.
    boolean inOrder() {
        return !stuck;
    }

    /// A message could not be stored. Those after it are not stored either; the device sends them all again.
    void stuck() {
        stuck = true;
    }

    void close() {
        wire.close();
    }
}
