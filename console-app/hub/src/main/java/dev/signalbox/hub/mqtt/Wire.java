// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.topic.FromHub;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/// Sends to one connection from any thread. Acknowledgements that come together go to the connection's own thread in
/// one visit.
final class Wire {
    private final MqttEndpoint endpoint;
    private final Context context;
    private final Queue<Integer> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean visiting = new AtomicBoolean();

    Wire(MqttEndpoint endpoint, Context context) {
        this.endpoint = endpoint;
        this.context = context;
    }

    void acknowledge(int messageId) {
        acknowledged.add(messageId);
        if (visiting.compareAndSet(false, true)) {
            context.runOnContext(_ -> flush());
        }
    }

    void publish(DeviceId to, FromHub message, byte[] payload, MqttQoS qos) {
        String topic = Topics.write(to, message);
        context.runOnContext(_ -> {
            if (endpoint.isConnected()) {
                endpoint.publish(topic, Buffer.buffer(payload), qos, false, false);
            }
        });
    }

    void close() {
        context.runOnContext(_ -> {
            if (endpoint.isConnected()) {
                endpoint.close();
            }
        });
    }

    String from() {
        return MqttDoor.from(endpoint);
    }

    private void flush() {
        visiting.set(false);
        for (Integer id = acknowledged.poll(); id != null; id = acknowledged.poll()) {
            if (endpoint.isConnected()) {
                endpoint.publishAcknowledge(id);
            }
        }
    }
}
