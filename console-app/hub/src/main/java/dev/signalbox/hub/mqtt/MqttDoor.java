// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import dev.signalbox.hub.device.Access;
import dev.signalbox.hub.device.SignIn;
import dev.signalbox.hub.live.Notices;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.report.Problem;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttAuth;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLPeerUnverifiedException;
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

    static String reason(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
        return message.length() <= 200 ? message : message.substring(0, 200) + "...";
    }

    private void knocks(MqttEndpoint endpoint) {
        Context context = vertx.getOrCreateContext();
        var from = from(endpoint);
        endpoint.exceptionHandler(failure -> notices.refused(from, MqttProblems.malformed(reason(failure))));
        if (endpoint.protocolVersion() != MQTT_3_1_1) {
            notices.refused(from, MqttProblems.wrongVersion(endpoint.protocolVersion()));
            endpoint.reject(MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION);
            return;
        }
        blocking.execute(() -> {
            try {
                ClientId who = checked(endpoint);
                Optional<LastWill> will = LastWill.of(endpoint.will(), who);
                Session session = links.session(who, endpoint);
                context.runOnContext(_ -> links.open(session, will, endpoint, context));
            } catch (ProblemException refused) {
                context.runOnContext(_ -> refuse(endpoint, refused.problem()));
            }
        });
    }

    private ClientId checked(MqttEndpoint endpoint) {
        MqttAuth auth = endpoint.auth();
        return access.signIn(new SignIn(
                present(endpoint.clientIdentifier()),
                auth == null ? "" : present(auth.getUsername()),
                auth == null ? "" : present(auth.getPassword()),
                certificate(endpoint)));
    }

    private static String present(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Optional<X509Certificate> certificate(MqttEndpoint endpoint) {
        try {
            return endpoint.isSsl() && endpoint.sslSession().getPeerCertificates()[0] instanceof X509Certificate shown
                    ? Optional.of(shown)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }

    private void refuse(MqttEndpoint endpoint, Problem problem) {
        notices.refused(from(endpoint), problem);
        if (!endpoint.isConnected()) {
            boolean malformed = problem.code().equals("device.sign-in-malformed")
                    || problem.code().equals("device.foreign-host");
            endpoint.reject(
                    malformed
                            ? MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD
                            : problem.code().toLowerCase(Locale.ROOT).startsWith("store.")
                                    ? MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE
                                    : MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
        }
    }

    static String from(MqttEndpoint endpoint) {
        String id = String.valueOf(endpoint.clientIdentifier()).replaceAll("[^\\x20-\\x7e]", "?");
        String host = endpoint.remoteAddress() == null
                ? "?"
                : String.valueOf(endpoint.remoteAddress().hostAddress());
        return "client \"" + (id.length() <= 140 ? id : id.substring(0, 140) + "...") + "\" from " + host;
    }
}
