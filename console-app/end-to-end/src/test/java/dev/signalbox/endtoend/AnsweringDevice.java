// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import dev.signalbox.operator.session.HubContact;
import dev.signalbox.protocol.codec.ConnectionStrings;
import dev.signalbox.protocol.codec.SasTokens;
import dev.signalbox.protocol.identity.ConnectionString;
import dev.signalbox.testing.tls.Trusting;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/// A device of somebody else's, with plain Paho, that answers every method call with the status it is told.
final class AnsweringDevice implements AutoCloseable, MqttCallback {
    private final MqttAsyncClient client;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int status;

    /// Returns once it listens.
    AnsweringDevice(HubContact hub, String connectionString, int status) throws Exception {
        ConnectionString text = ConnectionStrings.read(connectionString);
        this.status = status;
        String id = text.deviceId().value();
        client = new MqttAsyncClient("ssl://127.0.0.1:" + hub.address().mqttPort(), id, new MemoryPersistence());
        client.setCallback(this);
        var options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setUserName(text.host() + "/" + id + "/?api-version=2021-04-12");
        options.setPassword(SasTokens.make(
                        text.host() + "/devices/" + id,
                        text.sharedAccessKey(),
                        Instant.now().plusSeconds(3600))
                .toCharArray());
        options.setSocketFactory(Trusting.context(hub.caPem()).getSocketFactory());
        client.connect(options).waitForCompletion(20_000);
        client.subscribe("$iothub/methods/POST/#", 0).waitForCompletion(20_000);
    }

    /// What it answers from now on.
    void answers(int newStatus) {
        status = newStatus;
    }

    /// Says that of itself, a JSON object.
    void reports(String json) throws MqttException {
        client.publish(
                        "$iothub/twin/PATCH/properties/reported/?$rid=1",
                        json.getBytes(StandardCharsets.UTF_8),
                        0,
                        false)
                .waitForCompletion(20_000);
    }

    /// The methods it was asked for.
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) throws MqttException {
        asked.add(topic.split("/")[3]);
        String request = topic.substring(topic.indexOf("$rid=") + 5);
        String words = status < 400 ? "{\"stopped\":true}" : "{\"stuck\":\"second cylinder\"}";
        byte[] answer = words.getBytes(StandardCharsets.UTF_8);
        var _ = client.publish("$iothub/methods/res/" + status + "/?$rid=" + request, answer, 0, false);
    }

    @Override
    public void connectionLost(Throwable cause) {}

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {}

    @Override
    public void close() throws MqttException {
        try {
            client.disconnect(0).waitForCompletion(1000);
        } catch (MqttException goneAlready) {
            // that is what was wanted
        }
        client.close(true);
    }
}
