// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.hub.certificate.Authority;
import dev.signalbox.hub.certificate.HostNames;
import dev.signalbox.hub.http.HttpsDoor;
import dev.signalbox.hub.mqtt.MqttDoor;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.HubAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.mqtt.MqttServerOptions;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The threads and the two ports of a hub.
final class Listening implements AutoCloseable {
    private final Vertx vertx;
    private final ExecutorService blocking;

    private Listening(Vertx vertx, ExecutorService blocking) {
        this.vertx = vertx;
        this.blocking = blocking;
    }

    static Listening prepare() {
        var files = new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false);
        return new Listening(
                Vertx.vertx(new VertxOptions().setFileSystemOptions(files)),
                Executors.newVirtualThreadPerTaskExecutor());
    }

    Vertx vertx() {
        return vertx;
    }

    /// For work that waits for the disk.
    ExecutorService blocking() {
        return blocking;
    }

    HubAddress listen(HubConfig config, Authority authority, MqttDoor mqtt, HttpsDoor https) {
        var certificate = new PemKeyCertOptions()
                .addCertValue(Buffer.buffer(authority.chainPem()))
                .addKeyValue(Buffer.buffer(authority.keyPem()));
        var mqttOptions = new MqttServerOptions()
                .setHost(config.host())
                .setPort(config.mqttPort())
                .setSsl(true)
                .setKeyCertOptions(certificate);
        var httpsOptions = new HttpServerOptions()
                .setHost(config.host())
                .setPort(config.httpsPort())
                .setSsl(true)
                .setKeyCertOptions(certificate);
        var listeningMqtt = mqtt.server(mqttOptions).listen();
        var listeningHttps = https.server(httpsOptions).listen();
        return new HubAddress(
                HostNames.contact(config.host()),
                port("mqtt", config.host(), config.mqttPort(), listeningMqtt.map(server -> server.actualPort())),
                port("https", config.host(), config.httpsPort(), listeningHttps.map(server -> server.actualPort())));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        blocking.shutdown();
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
