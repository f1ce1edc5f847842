// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.protocol.codec.SasTokens;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebSocketTest extends OnSite {
    private static final String USER = "127.0.0.1/pump-1/?api-version=2021-04-12";

    DeviceKeys keys;

    @BeforeEach
    void start() {
        keys = desk.addNode("pump-1", Map.of());
    }

    @Test
    void aDeviceWorksOverTheHttpsPort() throws Exception {
        try (var pump = Pump.overWebSocket(site, "pump-1")) {
            pump.connect(USER, token(keys.primaryKey()), site.tls());
            pump.listen();
            assertThat(pump.twin().has("desired")).isTrue();
            pump.send("small", Map.of());
            pump.send("x".repeat(256 * 1024), Map.of());
        }
        assertThat(DeviceStoreReader.texts(folder, "pump-1"))
                .extracting(String::length)
                .containsExactly(5, 256 * 1024);
    }

    @Test
    void bothWaysInAreOneConnection() throws Exception {
        try (var older = Pump.overWebSocket(site, "pump-1")) {
            older.connect(USER, token(keys.primaryKey()), site.tls());
            try (var newer = Pump.signedIn(site, keys)) {
                Site.await(() -> older.lost);
                newer.send("still here", Map.of());
            }
        }
    }

    @Test
    void aWrongKeyIsRefusedHereToo() throws Exception {
        try (var pump = Pump.overWebSocket(site, "pump-1")) {
            assertThatThrownBy(() -> pump.connect(USER, token(keys.primaryKey().toLowerCase()), site.tls()))
                    .hasMessageContaining("Not authorized");
        }
    }

    @Test
    void aCertificateIsAskedForHereToo() throws Exception {
        var certificate = Certificate.selfSigned("valve-1");
        BackEnd.owner(desk)
                .ask(
                        "PUT",
                        "/devices/valve-1",
                        "{\"deviceId\":\"valve-1\",\"authentication\":{\"type\":\"selfSigned\",\"x509Thumbprint\":"
                                + "{\"primaryThumbprint\":\"" + certificate.thumbprint("SHA-1") + "\"}}}");
        try (var valve = Pump.overWebSocket(site, "valve-1")) {
            valve.connect("127.0.0.1/valve-1/?api-version=2021-04-12", "", certificate.tls(site));
            valve.send("in", Map.of());
        }
    }

    @Test
    void whoeverWantsAmqpIsToldThatThereIsNone() {
        var address = URI.create("wss://127.0.0.1:" + site.address().httpsPort() + "/$iothub/websocket");
        var asking = desk.http
                .newWebSocketBuilder()
                .subprotocols("AMQPWSB10")
                .buildAsync(address, new WebSocket.Listener() {});
        assertThatThrownBy(asking::get).rootCause().hasMessageContaining("501");
    }

    @Test
    void theSubprotocolIsAgreedOnAndWhatIsNoMqttEndsTheSocket() throws Exception {
        var ended = new LinkedBlockingQueue<String>();
        var socket = desk.http
                .newWebSocketBuilder()
                .subprotocols("mqtt")
                .buildAsync(
                        URI.create("wss://127.0.0.1:" + site.address().httpsPort()
                                + "/$iothub/websocket?iothub-no-client-cert=true"),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
                                ended.add("closed");
                                return new java.util.concurrent.CompletableFuture<>();
                            }

                            @Override
                            public void onError(WebSocket webSocket, Throwable error) {
                                ended.add("failed");
                            }
                        })
                .get(60, TimeUnit.SECONDS);
        assertThat(socket.getSubprotocol()).isEqualTo("mqtt");
        socket.sendText("GET / HTTP/1.1", true).get(60, TimeUnit.SECONDS);
        assertThat(ended.poll(60, TimeUnit.SECONDS)).isNotNull();
        assertThat(desk.get("/$iothub/websocket").statusCode()).isEqualTo(400);
    }

    private static String token(String key) {
        return SasTokens.make("127.0.0.1/devices/pump-1", key, Instant.now().plusSeconds(3600));
    }
}
