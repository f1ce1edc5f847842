// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.desks;

import dev.signalbox.operator.session.HubContact;
import dev.signalbox.protocol.codec.ConnectionStrings;
import dev.signalbox.protocol.codec.SasTokens;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.identity.ConnectionString;
import dev.signalbox.testing.process.SleeplessThreads;
import dev.signalbox.testing.tls.Trusting;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.TimerPingSender;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/// A device or module with the client many devices have, which signs in with a connection string and answers every
/// method.
public final class RealDevice implements AutoCloseable {
    /// Topics and bodies of all it heard.
    public final List<String> heard = new CopyOnWriteArrayList<>();

    private final ExecutorService answers = Executors.newSingleThreadExecutor();
    private final ConnectionString string;
    private final Optional<String> module;
    private final MqttAsyncClient client;

    private RealDevice(ConnectionString string, Optional<String> module, HubContact contact) throws MqttException {
        this.string = string;
        this.module = module;
        String address = "ssl://" + string.host() + ":" + contact.address().mqttPort();
        client = new MqttAsyncClient(
                address, name("/"), new MemoryPersistence(), new TimerPingSender(), SleeplessThreads.ALL);
    }

    public static RealDevice signsIn(String connectionString, HubContact contact) throws Exception {
        Optional<String> module = Stream.of(connectionString.split(";"))
                .filter(part -> part.startsWith("ModuleId="))
                .map(part -> part.substring("ModuleId=".length()))
                .findFirst();
        var device = new RealDevice(ConnectionStrings.read(connectionString), module, contact);
        device.connect(contact);
        device.listen();
        return device;
    }

    private void connect(HubContact contact) throws Exception {
        String resource = string.host() + "/devices/" + name("/modules/");
        var options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setUserName(string.host() + "/" + name("/") + "/?api-version=2021-04-12");
        options.setPassword(
                SasTokens.make(resource, string.sharedAccessKey(), Instant.now().plusSeconds(3600))
                        .toCharArray());
        options.setSocketFactory(Trusting.context(contact.caPem()).getSocketFactory());
        client.connect(options).waitForCompletion(20_000);
    }

    private String name(String between) {
        return string.deviceId() + module.map(its -> between + its).orElse("");
    }

    private void listen() throws MqttException {
        List<String> topics = new ArrayList<>(List.of(Topics.METHOD_CALLS, Topics.DESIRED_PATCHES));
        if (module.isEmpty()) {
            topics.add(Topics.cloudMessages(string.deviceId()));
        }
        for (String topic : topics) {
            client.subscribe(topic, 1, this::hear).waitForCompletion(20_000);
        }
    }

    private void hear(String topic, MqttMessage message) {
        heard.add(topic + " " + new String(message.getPayload(), StandardCharsets.UTF_8));
        int question = topic.indexOf("$rid=");
        if (topic.startsWith("$iothub/methods/POST/")) {
            answers.execute(() -> answer(topic.substring(question)));
        }
    }

    private void answer(String question) {
        try {
            publish("$iothub/methods/res/207/?" + question, "{\"rebooted\":true}");
        } catch (MqttException lost) {
            heard.add("could not answer: " + lost);
        }
    }

    public void reports(String json) throws MqttException {
        publish("$iothub/twin/PATCH/properties/reported/?$rid=1", json);
    }

    private void publish(String topic, String text) throws MqttException {
        client.publish(topic, text.getBytes(StandardCharsets.UTF_8), 0, false).waitForCompletion(20_000);
    }

    @Override
    public void close() throws MqttException {
        answers.shutdownNow();
        try {
            client.disconnect(0).waitForCompletion(1000);
        } catch (MqttException goneAlready) {
            // that is what was wanted
        }
        client.close(true);
    }
}
