// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.SasTokens;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.topic.FromDevice;
import dev.signalbox.testing.process.SleeplessThreads;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.TimerPingSender;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import tools.jackson.databind.JsonNode;

/// A device, with the client many devices have: Paho.
final class Pump implements AutoCloseable {
    record Heard(String topic, String body) {}

    final ClientId id;
    final MqttAsyncClient client;
    final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    volatile boolean lost;
    boolean sessionPresent;
    boolean clean;

    Optional<String> will = Optional.empty();

    private Pump(String address, ClientId id) throws MqttException {
        this.id = id;
        this.client = new MqttAsyncClient(
                address, id.toString(), new MemoryPersistence(), new TimerPingSender(), SleeplessThreads.ALL);
        client.setCallback(new MqttCallback() {
            @Override
            public void connectionLost(Throwable cause) {
                lost = true;
            }

            @Override
            public void messageArrived(String topic, MqttMessage message) {
                heard.add(new Heard(topic, new String(message.getPayload(), StandardCharsets.UTF_8)));
            }

            @Override
            public void deliveryComplete(IMqttDeliveryToken token) {}
        });
    }

    static Pump signedIn(Site site, DeviceKeys keys) throws MqttException {
        return signIn(site, keys.id(), "127.0.0.1", keys.primaryKey());
    }

    static Pump signIn(Site site, DeviceId id, String host, String key) throws MqttException {
        var pump = of(site, id.value());
        pump.connect(site, host, key);
        return pump;
    }

    /// Keeps nothing for the next time.
    static Pump clean(Site site, DeviceKeys keys) throws MqttException {
        var pump = of(site, keys.id().value());
        pump.clean = true;
        pump.connect(site, "127.0.0.1", keys.primaryKey());
        return pump;
    }

    /// Hears, but never acknowledges.
    static Pump deaf(Site site, DeviceKeys keys) throws MqttException {
        var pump = of(site, keys.id().value());
        pump.client.setManualAcks(true);
        pump.connect(site, "127.0.0.1", keys.primaryKey());
        return pump;
    }

    /// Not connected yet.
    static Pump of(Site site, String clientId) throws MqttException {
        return new Pump("ssl://127.0.0.1:" + site.address().mqttPort(), ClientId.parse(clientId));
    }

    /// Not connected yet, and by way of the HTTPS port.
    static Pump overWebSocket(Site site, String clientId) throws MqttException {
        String address = "wss://127.0.0.1:" + site.address().httpsPort() + "/$iothub/websocket";
        return new Pump(address, ClientId.parse(clientId));
    }

    private void connect(Site site, String host, String key) throws MqttException {
        String token =
                SasTokens.make(host + "/devices/" + id, key, Instant.now().plusSeconds(3600));
        connect(host + "/" + id + "/?api-version=2021-04-12", token, site.tls());
    }

    void connect(String user, String password, SSLContext tls) throws MqttException {
        var options = new MqttConnectOptions();
        options.setCleanSession(clean);
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setUserName(user);
        options.setPassword(password.toCharArray());
        will.ifPresent(topic -> options.setWill(topic, new byte[] {'w'}, 1, false));
        options.setSocketFactory(tls.getSocketFactory());
        options.setHttpsHostnameVerificationEnabled(true);
        options.setMaxInflight(2000);
        var connected = client.connect(options);
        connected.waitForCompletion(10_000);
        sessionPresent = connected.getSessionPresent();
    }

    void listen() throws MqttException {
        String[] topics = {Topics.TWIN_RESPONSES, Topics.DESIRED_PATCHES};
        client.subscribe(topics, new int[] {1, 1}).waitForCompletion(10_000);
    }

    void listen(String topic, int qos) throws MqttException {
        client.subscribe(topic, qos).waitForCompletion(10_000);
    }

    /// Answers the method call that is heard next, and returns its topic and body.
    Heard answers(int status, String body) throws Exception {
        Heard call = hearsAny();
        String requestId = call.topic().substring(call.topic().indexOf("$rid=") + 5);
        publish("$iothub/methods/res/" + status + "/?$rid=" + requestId, body.getBytes(StandardCharsets.UTF_8), 0);
        return call;
    }

    /// Returns once the hub has acknowledged it.
    void send(String text, Map<String, String> properties) throws MqttException {
        publish(Topics.write(new FromDevice.Telemetry(id, properties)), text.getBytes(StandardCharsets.UTF_8), 1);
    }

    void publish(String topic, byte[] payload, int qos) throws MqttException {
        var delivery = client.publish(topic, payload, qos, false);
        try {
            delivery.waitForCompletion(10_000);
        } catch (MqttException unheard) {
            if (qos > 0 || !lost) {
                throw unheard;
            }
            // sent, but Paho forgets to say so when the connection ends at that moment
        }
    }

    JsonNode twin() throws Exception {
        publish(Topics.write(new FromDevice.TwinGet("get")), new byte[0], 0);
        return Json.readTree(hears("$iothub/twin/res/200/?$rid=get").getBytes(StandardCharsets.UTF_8));
    }

    String reports(String json, OptionalLong base) throws Exception {
        publish(Topics.write(new FromDevice.ReportedPatch("rep", base)), json.getBytes(StandardCharsets.UTF_8), 0);
        return hearsAny().topic();
    }

    /// The body of the next message, which must have this topic.
    String hears(String topicStart) throws InterruptedException {
        Heard next = hearsAny();
        if (!next.topic().startsWith(topicStart)) {
            throw new AssertionError("Heard " + next.topic() + ", not " + topicStart);
        }
        return next.body();
    }

    Heard hearsAny() throws InterruptedException {
        Heard next = heard.poll(60, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Heard nothing for 10 s");
        }
        return next;
    }

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
