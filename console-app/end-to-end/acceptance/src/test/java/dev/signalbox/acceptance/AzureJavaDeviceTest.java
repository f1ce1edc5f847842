// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.sdk.iot.device.ClientOptions;
import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.IotHubClientProtocol;
import com.microsoft.azure.sdk.iot.device.IotHubMessageResult;
import com.microsoft.azure.sdk.iot.device.Message;
import com.microsoft.azure.sdk.iot.device.ProxySettings;
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;
import com.microsoft.azure.sdk.iot.device.twin.DirectMethodResponse;
import com.microsoft.azure.sdk.iot.device.twin.Twin;
import com.microsoft.azure.sdk.iot.device.twin.TwinCollection;
import dev.signalbox.testing.process.Await;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Microsoft's own Java device client, unmodified, from Maven Central.
class AzureJavaDeviceTest {
    @TempDir
    Path folder;

    Site site;
    String connection;

    @BeforeEach
    void start() throws Exception {
        site = new Site(folder);
        connection = site.add("pump-1", Map.of());
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT", "MQTT_WS"})
    void telemetryArrivesWithItsProperties(IotHubClientProtocol protocol) throws Exception {
        DeviceClient pump = opened(protocol);
        try {
            var message = new Message("{\"bar\":3}");
            message.setMessageId("m-1");
            message.setContentType("application/json");
            message.setProperty("unit", "bar & more");
            pump.sendEvent(message);
        } finally {
            pump.close();
        }
        assertThat(site.stored("pump-1")).singleElement().satisfies(stored -> {
            assertThat(new String(stored.payload(), StandardCharsets.UTF_8)).isEqualTo("{\"bar\":3}");
            assertThat(stored.properties())
                    .containsEntry("$.mid", "m-1")
                    .containsEntry("$.ct", "application/json")
                    .containsEntry("unit", "bar & more");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT", "MQTT_WS"})
    void theTwinGoesBothWays(IotHubClientProtocol protocol) throws Exception {
        DeviceClient pump = opened(protocol);
        try {
            BlockingQueue<Twin> desired = new LinkedBlockingQueue<>();
            pump.subscribeToDesiredProperties((twin, context) -> desired.add(twin), null);
            site.backEnd("PATCH", "/twins/pump-1", "{\"properties\":{\"desired\":{\"speed\":7}}}");
            Twin heard = desired.poll(60, TimeUnit.SECONDS);
            assertThat(heard).isNotNull();
            assertThat(heard.getDesiredProperties().get("speed")).hasToString("7");
            report(pump, "speed", 7);
            assertThat(twin(pump).getReportedProperties().get("speed")).hasToString("7");
            var twin = site.backEnd("GET", "/twins/pump-1", "");
            assertThat(twin.at("/properties/reported/speed").asInt()).isEqualTo(7);
        } finally {
            pump.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT", "MQTT_WS"})
    void methodsAreCalledAndAnswered(IotHubClientProtocol protocol) throws Exception {
        DeviceClient pump = opened(protocol);
        try {
            pump.subscribeToMethods(
                    (name, payload, context) -> new DirectMethodResponse(
                            201, Map.of("did", name, "with", payload.getPayloadAsJsonString())),
                    null);
            var answer = site.backEnd(
                    "POST",
                    "/twins/pump-1/methods",
                    "{\"methodName\":\"reboot\",\"payload\":{\"delay\":5},\"responseTimeoutInSeconds\":30}");
            assertThat(answer.get("status").asInt()).isEqualTo(201);
            assertThat(answer.get("payload").get("did").asString()).isEqualTo("reboot");
            assertThat(answer.get("payload").get("with").asString()).isEqualTo("{\"delay\":5}");
        } finally {
            pump.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT", "MQTT_WS"})
    void messagesToTheDeviceWaitForItAndArrive(IotHubClientProtocol protocol) throws Exception {
        site.send("pump-1", "waited", Map.of("$.mid", "m-1", "valve", "4"));
        BlockingQueue<Message> heard = new LinkedBlockingQueue<>();
        var pump = client(protocol);
        pump.setMessageCallback(
                (message, context) -> {
                    heard.add(message);
                    return IotHubMessageResult.COMPLETE;
                },
                null);
        pump.open(false);
        try {
            Message first = heard.poll(60, TimeUnit.SECONDS);
            assertThat(first).isNotNull();
            assertThat(new String(first.getBytes(), StandardCharsets.UTF_8)).isEqualTo("waited");
            assertThat(first.getMessageId()).isEqualTo("m-1");
            assertThat(first.getProperty("valve")).isEqualTo("4");
            site.send("pump-1", "at once", Map.of());
            Message second = heard.poll(60, TimeUnit.SECONDS);
            assertThat(second).isNotNull();
            assertThat(new String(second.getBytes(), StandardCharsets.UTF_8)).isEqualTo("at once");
        } finally {
            pump.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MQTT", "MQTT_WS"})
    void aCertificateLetsADeviceIn(IotHubClientProtocol protocol) throws Exception {
        var certificate = DeviceCertificate.make(folder);
        var own = new DeviceClient(
                site.add("pump-2", certificate), protocol, options(protocol, certificate.tls(site.caPem())));
        own.open(false);
        own.sendEvent(new Message("in"));
        own.close();
        assertThat(site.stored("pump-2")).hasSize(1);

        var foreign = new DeviceClient(site.add("pump-3", certificate), protocol, options(protocol, site.tls()));
        assertThatThrownBy(() -> foreign.open(false)).isInstanceOf(IotHubClientException.class);
    }

    private DeviceClient opened(IotHubClientProtocol protocol) throws IotHubClientException {
        var pump = client(protocol);
        pump.open(false);
        return pump;
    }

    private DeviceClient client(IotHubClientProtocol protocol) {
        return new DeviceClient(connection, protocol, options(protocol, site.tls()));
    }

    /// Over WebSocket the client knows no port but 443, so it is led to the hub's.
    private ClientOptions options(IotHubClientProtocol protocol, SSLContext tls) {
        var options = ClientOptions.builder().sslContext(tls);
        if (protocol == IotHubClientProtocol.MQTT_WS) {
            options.proxySettings(new ProxySettings(site.proxy()));
        }
        return options.build();
    }

    /// The client may forget a report's answer when it is cold, and then waits in vain: so it is asked again.
    /// Asked again like `report`: on a machine under load the answer to this was missed now and then, too.
    private static Twin twin(DeviceClient pump) throws Exception {
        for (int attempt = 0; attempt < 4; attempt++) {
            try {
                return pump.getTwin(10_000);
            } catch (IotHubClientException missed) {
                System.out.println("getTwin was not answered within 10 s");
            }
        }
        return pump.getTwin();
    }

    private static void report(DeviceClient pump, String name, Object value) throws Exception {
        var reported = new TwinCollection();
        reported.put(name, value);
        var done = new LinkedBlockingQueue<String>();
        for (int attempt = 0; attempt < 5; attempt++) {
            pump.updateReportedPropertiesAsync(
                    reported, (code, version, failure, context) -> done.add("" + code), null);
            if (done.poll(5, TimeUnit.SECONDS) != null) {
                return;
            }
        }
        Await.until("the report was answered", Site.SOON, () -> !done.isEmpty());
    }
}
