// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import dev.signalbox.hub.certificate.ShownCertificates;
import dev.signalbox.hub.device.Access;
import dev.signalbox.hub.device.SignIn;
import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.report.Problem;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import io.vertx.mqtt.MqttAuth;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Where devices knock. Only one who proves to be a device of this hub gets a link; every other is told why in one
/// byte, and the log why in a sentence.
public final class MqttDoor {
    private static final int MQTT_3_1_1 = 4;
    private static final int ROOM_FOR_TOPIC = 64 * 1024;

    private final Vertx vertx;
    private final Executor blocking;
    private final Access access;
    private final Links links;
    private final Notices notices;
    private final Detours detours = new Detours();

    public MqttDoor(Vertx vertx, Executor blocking, Access access, Links links, Notices notices) {
        this.vertx = vertx;
        this.blocking = blocking;
        this.access = access;
        this.links = links;
        this.notices = notices;
    }

    /// Begins to listen; `options` say where and with which certificate.
    public MqttServer server(MqttServerOptions options) {
        options.setMaxMessageSize(MqttProblems.LARGEST_MESSAGE + ROOM_FOR_TOPIC);
        options.setMaxClientIdLength(300);
        options.setAutoClientId(false);
        options.setTimeoutOnConnect(20);
        options.setTcpKeepAlive(true);
        options.setTcpNoDelay(true);
        return MqttServer.create(vertx, options)
                .endpointHandler(this::knocks)
                .exceptionHandler(failure -> notices.refused("a connection", MqttProblems.malformed(reason(failure))));
    }

    /// The other way in, over HTTPS.
    ///
    /// @param caPem the authority of the hub's own certificate
    public WebSocketDoor webSocketDoor(String caPem) {
        return new WebSocketDoor(vertx, caPem, detours);
    }

    static String reason(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
        return message.length() <= 200 ? message : message.substring(0, 200) + "...";
    }

    private void knocks(MqttEndpoint endpoint) {
        var arrival = new Arrival(endpoint, vertx.getOrCreateContext(), from(endpoint));
        endpoint.exceptionHandler(failure -> notices.refused(arrival.from(), MqttProblems.malformed(reason(failure))));
        if (endpoint.protocolVersion() != MQTT_3_1_1) {
            notices.refused(arrival.from(), MqttProblems.wrongVersion(endpoint.protocolVersion()));
            endpoint.reject(MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION);
            return;
        }
        SignIn shown = shown(endpoint);
        var gone = new AtomicBoolean();
        endpoint.closeHandler(_ -> gone.set(true));
        blocking.execute(() -> {
            try {
                Pass pass = Pass.of(shown.password(), links.shutOuts());
                ClientId who = access.signIn(shown);
                Optional<LastWill> will = LastWill.of(endpoint.will(), who);
                Link link = links.link(links.session(who, endpoint), pass, arrival);
                unlessGone(arrival, gone, () -> links.open(link, will, arrival));
            } catch (ProblemException refused) {
                unlessGone(arrival, gone, () -> refuse(arrival, refused.problem()));
            }
        });
    }

    /// Somebody who has left while the disk was asked needs no answer.
    private static void unlessGone(Arrival arrival, AtomicBoolean gone, Runnable answer) {
        arrival.context().runOnContext(_ -> {
            if (!gone.get()) {
                answer.run();
            }
        });
    }

    private SignIn shown(MqttEndpoint endpoint) {
        MqttAuth auth = endpoint.auth();
        return new SignIn(
                present(endpoint.clientIdentifier()),
                auth == null ? "" : present(auth.getUsername()),
                auth == null ? "" : present(auth.getPassword()),
                certificates(endpoint));
    }

    private static String present(@Nullable String text) {
        return text == null ? "" : text;
    }

    private List<X509Certificate> certificates(MqttEndpoint endpoint) {
        return detours.of(endpoint.remoteAddress())
                .map(Detours.Origin::certificates)
                .orElseGet(() -> endpoint.isSsl() ? ShownCertificates.of(endpoint.sslSession()) : List.of());
    }

    private void refuse(Arrival arrival, Problem problem) {
        MqttEndpoint endpoint = arrival.endpoint();
        notices.refused(arrival.from(), problem);
        if (!endpoint.isConnected()) {
            boolean malformed = problem.code().equals("device.sign-in-malformed")
                    || problem.code().equals("device.foreign-host");
            endpoint.reject(
                    malformed
                            ? MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD
                            : StoreProblems.isOne(problem)
                                    ? MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE
                                    : MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
        }
    }

    private String from(MqttEndpoint endpoint) {
        String id = String.valueOf(endpoint.clientIdentifier()).replaceAll("[^\\x20-\\x7e]", "?");
        SocketAddress address = endpoint.remoteAddress();
        String host = address == null
                ? "?"
                : detours.of(address).map(Detours.Origin::host).orElseGet(() -> String.valueOf(address.hostAddress()));
        return "client \"" + (id.length() <= 140 ? id : id.substring(0, 140) + "...") + "\" from " + host;
    }
}
