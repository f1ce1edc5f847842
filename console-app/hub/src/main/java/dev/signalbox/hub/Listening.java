// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.hub.certificate.AnyClient;
import dev.signalbox.hub.certificate.Authority;
import dev.signalbox.hub.certificate.HostNames;
import dev.signalbox.hub.http.HttpsDoor;
import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.mqtt.MqttDoor;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.HubAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.SSLEngineOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.mqtt.MqttServerOptions;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The threads and the two ports of a hub.
final class Listening implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("hub");

    private static final String NO_CONNECT = "Received an MQTT packet from a not connected client";

    private final Vertx vertx;
    private final ExecutorService blocking;

    private Listening(Vertx vertx, ExecutorService blocking) {
        this.vertx = vertx;
        this.blocking = blocking;
    }

    static Listening prepare() {
        var files = new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false);
        var vertx = Vertx.vertx(new VertxOptions().setFileSystemOptions(files));
        vertx.exceptionHandler(Listening::unexpected);
        return new Listening(vertx, Executors.newVirtualThreadPerTaskExecutor());
    }

    Vertx vertx() {
        return vertx;
    }

    /// For work that waits for the disk.
    ExecutorService blocking() {
        return blocking;
    }

    void daily(Runnable work) {
        vertx.setPeriodic(Duration.ofDays(1).toMillis(), _ -> work.run());
    }

    /// For work that waits for the disk.
    void eachMinute(Runnable work) {
        vertx.setPeriodic(Duration.ofMinutes(1).toMillis(), _ -> blocking.execute(work));
    }

    /// For work that waits for the disk. At once, and then again each hour.
    void hourly(Runnable work) {
        blocking.execute(work);
        vertx.setPeriodic(Duration.ofHours(1).toMillis(), _ -> blocking.execute(work));
    }

    HubAddress listen(HubConfig config, Authority authority, MqttDoor mqtt, HttpsDoor https) {
        var certificate = KeyCertOptions.wrap(authority.serverKeys());
        var mqttOptions = new MqttServerOptions()
                .setHost(config.host())
                .setPort(config.mqttPort())
                .setSsl(true)
                .setKeyCertOptions(certificate)
                .setClientAuth(ClientAuth.REQUEST)
                .setTrustOptions(TrustOptions.wrap(new AnyClient()));
        var httpsOptions = new HttpServerOptions()
                .setHost(config.host())
                .setPort(config.httpsPort())
                .setSsl(true)
                .setKeyCertOptions(certificate)
                .setClientAuth(ClientAuth.REQUEST)
                .setTrustOptions(TrustOptions.wrap(new AnyClient()));
        mqttOptions.setSslEngineOptions(engine());
        httpsOptions.setSslEngineOptions(engine());
        var listeningMqtt = mqtt.server(mqttOptions).listen();
        var listeningHttps = https.server(httpsOptions).listen();
        return new HubAddress(
                HostNames.contact(config.host()),
                port("mqtt", config.host(), config.mqttPort(), listeningMqtt.map(server -> server.actualPort())),
                port("https", config.host(), config.httpsPort(), listeningHttps.map(server -> server.actualPort())));
    }

    /// BoringSSL, which needs less of the processor for a handshake than the JDK; where there is none, the JDK.
    private static SSLEngineOptions engine() {
        return OpenSSLEngineOptions.isAvailable() ? new OpenSSLEngineOptions() : new JdkSSLEngineOptions();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        blocking.shutdown();
    }

    /// Says where it is told from now on who broke the rules before he had a name.
    void tell(Notices notices) {
        vertx.exceptionHandler(failure -> {
            if (String.valueOf(failure.getMessage()).startsWith(NO_CONNECT)) {
                notices.refused("a connection", HubProblems.noConnect());
            } else if (isUnknownReason(failure)) {
                notices.refused("a connection", HubProblems.unknownReason());
            } else {
                unexpected(failure);
            }
        });
    }

    /// The library looks reasons of acknowledgements up, also those of MQTT 3.1.1, and throws at one it does not find.
    private static boolean isUnknownReason(Throwable failure) {
        StackTraceElement[] at = failure.getStackTrace();
        return failure instanceof IllegalArgumentException
                && at.length > 0
                && at[0].getClassName().startsWith("io.vertx.mqtt.messages.codes.");
    }

    private static void unexpected(Throwable failure) {
        LOG.error("Something failed in a way nobody expected", failure);
    }

    private static int port(String what, String host, int wanted, Future<Integer> listening) {
        try {
            return listening.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException refused) {
            Throwable cause = refused.getCause() == null ? refused : refused.getCause();
            throw new ProblemException(HubProblems.cannotListen(what, host, wanted, cause), cause);
        }
    }
}
