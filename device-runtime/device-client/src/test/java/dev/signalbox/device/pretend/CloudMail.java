// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.pretend;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/// Messages to the one device, as a hub keeps them: each is sent once a connection, until it is acknowledged.
public final class CloudMail {
    private record Letter(String topic, byte[] payload) {}

    private final List<Letter> waiting = new ArrayList<>();
    private final Map<Integer, Letter> sent = new HashMap<>();

    /// What was acknowledged, in order.
    public final BlockingQueue<String> acknowledged = new LinkedBlockingQueue<>();

    /// How often anything was sent.
    public final List<String> deliveries = new CopyOnWriteArrayList<>();

    private MqttEndpoint device;
    private int packets;

    /// @param bag as it stands in the topic
    public synchronized void send(String id, String bag, byte[] payload) {
        var letter = new Letter("devices/" + id + "/messages/devicebound/" + bag, payload);
        waiting.add(letter);
        if (device != null) {
            deliver(letter);
        }
    }

    /// The device has subscribed, on this connection.
    synchronized void listens(MqttEndpoint endpoint) {
        device = endpoint;
        sent.clear();
        waiting.forEach(this::deliver);
    }

    synchronized void left(MqttEndpoint endpoint) {
        if (device == endpoint) {
            device = null;
        }
    }

    private void deliver(Letter letter) {
        int packet = ++packets;
        sent.put(packet, letter);
        deliveries.add(text(letter));
        device.publish(letter.topic(), Buffer.buffer(letter.payload()), MqttQoS.AT_LEAST_ONCE, false, false, packet);
    }

    synchronized void acknowledged(int packet) {
        Letter letter = sent.remove(packet);
        waiting.remove(letter);
        acknowledged.add(text(letter));
    }

    private static String text(Letter letter) {
        return new String(letter.payload(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
