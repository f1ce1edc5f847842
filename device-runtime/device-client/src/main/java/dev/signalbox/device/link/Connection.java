// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import dev.signalbox.protocol.codec.SasTokens;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.HubAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.TimerPingSender;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;

/// One MQTT connection, used once: Paho's own reconnect and persistence stay off, because the outbox is the only truth.
/// Not for use on Paho's callback thread, except `publish`.
final class Connection implements AutoCloseable {
    private static final String API_VERSION = "2021-04-12";
    private static final long WAIT_MILLIS = 15_000;

    private final MqttAsyncClient client;

    private Connection(MqttAsyncClient client) {
        this.client = client;
    }

    /// Connects and subscribes.
    static Connection open(
            Credentials credentials, ScheduledExecutorService threads, MqttCallback callback, String... topics)
            throws MqttException {
        HubAddress hub = credentials.hub();
        var client = new MqttAsyncClient(
                "ssl://" + hub.host() + ":" + hub.mqttPort(),
                credentials.device().value(),
                new MemoryPersistence(),
                new TimerPingSender(),
                threads);
        client.setCallback(callback);
        var connection = new Connection(client);
        try {
            client.connect(credentials.options()).waitForCompletion(WAIT_MILLIS);
            int[] qos = new int[topics.length];
            java.util.Arrays.fill(qos, 1);
            client.subscribe(topics, qos).waitForCompletion(WAIT_MILLIS);
            return connection;
        } catch (MqttException failed) {
            connection.close();
            throw failed;
        }
    }

    void publish(String topic, byte[] payload, int qos, @Nullable IMqttActionListener outcome) throws MqttException {
        var message = new MqttMessage(payload);
        message.setQos(qos);
        client.publish(topic, message, null, outcome);
    }

    boolean isConnected() {
        return client.isConnected();
    }

    /// Hangs up politely if it can, and lets go in any case.
    @Override
    public void close() {
        try {
            if (client.isConnected()) {
                client.disconnect(0).waitForCompletion(TimeUnit.SECONDS.toMillis(1));
            }
        } catch (MqttException alreadyGone) {
            // the connection is of no more use either way
        }
        try {
            client.disconnectForcibly(0, 0, false);
            client.close(true);
        } catch (MqttException alreadyClosed) {
            // nothing is left to close
        }
    }

    /// Who signs in where, and with what.
    record Credentials(DeviceId device, String sharedAccessKey, HubAddress hub, SSLContext tls, Duration tokenLife) {
        private MqttConnectOptions options() {
            String resource = hub.host() + "/devices/" + device;
            var options = new MqttConnectOptions();
            options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
            options.setUserName(hub.host() + "/" + device + "/?api-version=" + API_VERSION);
            options.setPassword(
                    SasTokens.make(resource, sharedAccessKey, Instant.now().plus(tokenLife))
                            .toCharArray());
            options.setCleanSession(false);
            options.setAutomaticReconnect(false);
            options.setKeepAliveInterval(60);
            options.setConnectionTimeout(10);
            options.setMaxInflight(2_000);
            options.setSocketFactory(tls.getSocketFactory());
            options.setHttpsHostnameVerificationEnabled(true);
            return options;
        }
    }
}
