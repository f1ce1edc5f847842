// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.topic.FromHub;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Sends to one connection from any thread.
final class Wire {
    private static final int LARGEST_ID = 65_535;
    /// One who acknowledges nothing loses the connection.
    private static final int MOST_UNACKNOWLEDGED = 10_000;
    /// One who reads nothing does too.
    private static final long MOST_UNREAD = 16L * 1024 * 1024;
    private static final int EACH = 256;
    /// More cannot be written; all of it is ASCII. Only who chose a request id of that length waits in vain.
    private static final int LONGEST_TOPIC = 65_535;

    private final MqttEndpoint endpoint;
    private final Context context;
    private final String from;
    private final Consumer<Problem> whenDeaf;
    private final Unread unread;
    private final Acknowledgements acknowledgements;
    /// By message id; only the connection's thread touches it.
    private final Map<Integer, Runnable> unacknowledged = new HashMap<>();

    private int lastId;
    /// Bytes that wait for the device to read them; only the connection's thread touches it.
    private long waiting;

    /// @param whenDeaf hears how much waits for one who does not read, whose connection is then ended
    Wire(Arrival arrival, Consumer<Problem> whenDeaf) {
        this.endpoint = arrival.endpoint();
        this.context = arrival.context();
        this.from = arrival.from();
        this.whenDeaf = whenDeaf;
        this.unread = new Unread(Beneath.of(endpoint));
        this.acknowledgements = new Acknowledgements(context, all -> mustRead(unread.write(all)));
    }

    /// The hub has a message for good. If the connection is gone, the device sends it again when it is back.
    void acknowledge(int messageId) {
        acknowledgements.give(messageId);
    }

    /// On the connection's thread.
    void pong() {
        endpoint.pong();
        mustRead(unread.add());
    }

    /// A message to the device.
    ///
    /// @param again whether it may have had it before
    record Outgoing(String topic, byte[] payload, MqttQoS qos, boolean again) {}

    void publish(DeviceId to, FromHub message, byte[] payload, MqttQoS qos) {
        publish(new Outgoing(Topics.write(to, message), payload, qos, false), () -> {});
    }

    /// Sends, and runs `whenAcknowledged` once the device has it; never if the connection ends before.
    void publish(Outgoing message, Runnable whenAcknowledged) {
        context.runOnContext(_ -> {
            if (!endpoint.isConnected()) {
                return;
            }
            if (message.qos() == MqttQoS.AT_MOST_ONCE) {
                send(message, 0);
                whenAcknowledged.run();
            } else if (unacknowledged.size() < MOST_UNACKNOWLEDGED) {
                int id = freeId();
                unacknowledged.put(id, whenAcknowledged);
                send(message, id);
            } else {
                endpoint.close();
            }
        });
    }

    /// The device has a message. On the connection's thread.
    void acknowledged(int messageId) {
        Runnable waiting = unacknowledged.remove(messageId);
        if (waiting != null) {
            waiting.run();
        }
    }

    /// Answers on the connection's thread, unless the connection has ended.
    void answer(Consumer<MqttEndpoint> answer) {
        context.runOnContext(_ -> {
            if (endpoint.isConnected()) {
                answer.accept(endpoint);
                mustRead(unread.add());
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
        return from;
    }

    private void mustRead(boolean reads) {
        if (!reads) {
            deaf(MqttProblems.owed(Unread.MOST));
        }
    }

    private void deaf(Problem why) {
        if (endpoint.isConnected()) {
            whenDeaf.accept(why);
            endpoint.close();
        }
    }

    private void send(Outgoing message, int id) {
        Buffer payload = Buffer.buffer(message.payload());
        long size = (long) payload.length() + message.topic().length() + EACH;
        if (waiting + size > MOST_UNREAD) {
            deaf(MqttProblems.deaf(waiting));
            return;
        }
        if (message.topic().length() > LONGEST_TOPIC) {
            return;
        }
        waiting += size;
        var _ = endpoint.publish(message.topic(), payload, message.qos(), message.again() && id > 0, false, id)
                .onComplete(_ -> waiting -= size);
    }

    private int freeId() {
        do {
            lastId = lastId % LARGEST_ID + 1;
        } while (unacknowledged.containsKey(lastId));
        return lastId;
    }
}
