// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.protocol.codec.SasTokens;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/// One connection of a device, made by Paho. Its session outlives it, as devices of IoT Hub expect.
final class Line implements AutoCloseable {
    /// Takes what is heard, on Paho's thread: must not wait.
    interface Ear {
        void hears(Line line, String topic, byte[] body);
    }

    private final MqttAsyncClient client;
    private final CompletableFuture<Boolean> gone = new CompletableFuture<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Ear ear;

    private Line(Way way, DeviceKeys keys, Ear ear) throws MqttException {
        String address = "ssl://127.0.0.1:" + way.port();
        this.client = new MqttAsyncClient(address, keys.id().value(), new MemoryPersistence());
        this.ear = ear;
    }

    /// Connects and listens to these topics: also where the hub remembers a session, because the connection that began
    /// it may have been cut before the hub heard what to listen to.
    static Line open(Way way, DeviceKeys keys, Ear ear, String... topics) throws MqttException, InterruptedException {
        var line = new Line(way, keys, ear);
        try {
            line.connect(way, keys, topics);
            return line;
        } catch (MqttException | InterruptedException failed) {
            line.close();
            throw failed;
        }
    }

    private void connect(Way way, DeviceKeys keys, String... topics) throws MqttException, InterruptedException {
        client.setCallback(new Hearing());
        var options = new MqttConnectOptions();
        options.setCleanSession(false);
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setUserName("127.0.0.1/" + keys.id() + "/?api-version=2021-04-12");
        String resource = "127.0.0.1/devices/" + keys.id();
        options.setPassword(
                SasTokens.make(resource, keys.primaryKey(), Instant.now().plusSeconds(3600))
                        .toCharArray());
        options.setSocketFactory(way.tls().getSocketFactory());
        options.setMaxInflight(1000);
        options.setConnectionTimeout(20);
        surely(outcome -> client.connect(options, null, outcome));
        int[] atLeastOnce = new int[topics.length];
        Arrays.fill(atLeastOnce, 1);
        surely(outcome -> client.subscribe(topics, atLeastOnce, null, outcome));
    }

    /// Returns true once the hub has acknowledged it, false if the connection ended before.
    boolean send(String topic, byte[] payload) throws InterruptedException {
        try {
            return succeeds(outcome -> client.publish(topic, payload, 1, false, null, outcome));
        } catch (MqttException ended) {
            return false;
        }
    }

    private interface Asked {
        void of(IMqttActionListener outcome) throws MqttException;
    }

    private void surely(Asked asked) throws MqttException, InterruptedException {
        if (!succeeds(asked)) {
            throw new MqttException(MqttException.REASON_CODE_CONNECTION_LOST);
        }
    }

    /// Whether the hub says yes before the connection ends: an answer that came just before its end is forgotten by
    /// Paho, and nobody who waits for it alone is ever told.
    private boolean succeeds(Asked asked) throws MqttException, InterruptedException {
        var answer = new CompletableFuture<Boolean>();
        asked.of(new Outcome(answer));
        try {
            CompletableFuture.anyOf(answer, gone).get(HubSite.SOON.toMillis(), TimeUnit.MILLISECONDS);
            return answer.getNow(false);
        } catch (ExecutionException | TimeoutException neverAnswered) {
            throw new AssertionError("No answer, and no end of the connection", neverAnswered);
        }
    }

    /// Sends at most once, and does not wait. From any thread, also from an ear.
    void say(String topic, byte[] payload) {
        try {
            client.publish(topic, payload, 0, false);
        } catch (MqttException ended) {
            // as it may be
        }
    }

    boolean isOpen() {
        return !gone.isDone();
    }

    /// Completes when the connection ends.
    CompletableFuture<Boolean> gone() {
        return gone;
    }

    /// Ends it without a farewell, as a device that dies.
    @Override
    public void close() {
        gone.complete(true);
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            client.setCallback(null);
            if (client.isConnected()) {
                client.disconnectForcibly(0, 1, false);
            }
            client.close(true);
        } catch (MqttException alreadyGone) {
            // that is what was wanted
        }
    }

    private record Outcome(CompletableFuture<Boolean> answer) implements IMqttActionListener {
        @Override
        public void onSuccess(IMqttToken token) {
            answer.complete(true);
        }

        @Override
        public void onFailure(IMqttToken token, Throwable failure) {
            answer.complete(false);
        }
    }

    private final class Hearing implements MqttCallback {
        @Override
        public void connectionLost(Throwable cause) {
            gone.complete(true);
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            ear.hears(Line.this, topic, message.getPayload());
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {}
    }
}
