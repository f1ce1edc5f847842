// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import dev.signalbox.hub.certificate.ShownCertificates;
import dev.signalbox.protocol.codec.Json;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import java.util.Locale;

/// MQTT over WebSocket, for devices that may only use the HTTPS port. Each is led on to the hub's own MQTT port, over
/// TLS like everyone else's connection, so that nothing is said in two ways and no second, open port is needed.
public final class WebSocketDoor {
    /// Where IoT Hub's clients knock.
    public static final String PATH = "/$iothub/websocket";

    /// A whole message may come in one frame.
    public static final int LARGEST_FRAME = 2 * MqttProblems.LARGEST_MESSAGE;

    private final NetClient client;
    private final Detours detours;
    private volatile SocketAddress mqtt = SocketAddress.inetSocketAddress(0, "127.0.0.1");

    WebSocketDoor(Vertx vertx, String caPem, Detours detours) {
        this.detours = detours;
        this.client = vertx.createNetClient(new NetClientOptions()
                .setSsl(true)
                .setTcpNoDelay(true)
                .setHostnameVerificationAlgorithm("HTTPS")
                .setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(caPem))));
    }

    /// Says where the MQTT port is, by a name that stands in the hub's certificate.
    public void leadTo(String host, int port) {
        mqtt = SocketAddress.inetSocketAddress(port, host);
    }

    /// Answers a request for a WebSocket. Clients that want AMQP knock here too.
    public void enter(HttpServerRequest request) {
        String protocols = request.getHeader("Sec-WebSocket-Protocol");
        if (protocols != null && !protocols.toLowerCase(Locale.ROOT).contains("mqtt")) {
            var _ = request.response()
                    .setStatusCode(501)
                    .putHeader("Content-Type", "application/json")
                    .end(Buffer.buffer(Json.write(MqttProblems.noAmqp())));
            return;
        }
        var _ = request.toWebSocket().onSuccess(this::lead);
    }

    private void lead(ServerWebSocket device) {
        device.pause();
        var _ = client.connect(mqtt).onSuccess(inner -> join(device, inner)).onFailure(_ -> device.close());
    }

    private void join(ServerWebSocket device, NetSocket inner) {
        SocketAddress via = inner.localAddress();
        detours.add(
                via,
                new Detours.Origin(device.remoteAddress().hostAddress(), ShownCertificates.of(device.sslSession())));
        inner.closeHandler(_ -> detours.remove(via));
        var _ = device.pipeTo(inner);
        var _ = inner.pipeTo(device);
    }
}
