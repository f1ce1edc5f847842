// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.signalbox.device.clock.HubClock;
import dev.signalbox.device.credential.KeyCredentials;
import dev.signalbox.device.https.HubHttps;
import dev.signalbox.device.pretend.Authority;
import dev.signalbox.device.pretend.PretendHub;
import dev.signalbox.device.tls.PinnedTls;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ConnectionString;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.testing.process.Await;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Something stands before the hub that agrees upon TLS and ends each connection, as a balancer does without a hub.
@Timeout(120)
class HangingUpTest {
    private static final DeviceId PUMP = new DeviceId("pump-1");

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final Authority authority = new Authority();
    private NetServer door;
    private int dumps;

    @BeforeEach
    void open() throws Exception {
        var chain = authority.issue("127.0.0.1");
        var certificate = new PemKeyCertOptions()
                .addKeyValue(Buffer.buffer(chain.key()))
                .addCertValue(Buffer.buffer(chain.chain()));
        door = vertx.createNetServer(new NetServerOptions().setSsl(true).setKeyCertOptions(certificate))
                .connectHandler(NetSocket::close);
        door.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    @Test
    void nothingIsLeftOfConnectionsThatEndedBeforeTheSignIn() {
        var tls = PinnedTls.toCa(authority.digest()).context();
        var address = new HubAddress("127.0.0.1", door.actualPort(), 8443);
        var credentials = new KeyCredentials(
                new ConnectionString(address.host(), PUMP, PretendHub.KEY), new HubHttps(address, tls, new HubClock()));
        var dialer = new Dialer(new HubAccess(credentials, tls), LinkTiming.USUAL);
        for (int attempt = 0; attempt < 30; attempt++) {
            assertThatThrownBy(() -> dialer.dial(dialer.pass(), List.of(), event -> {}, (topic, body) -> Lane.SAFE))
                    .isInstanceOf(ProblemException.class);
        }
        Await.until(
                "nobody is still connecting",
                Duration.ofSeconds(20),
                () -> !threads().contains("ClientComms$ConnectBG"));
        dialer.close();
    }

    /// With the virtual ones.
    private String threads() {
        try {
            Path dump = folder.resolve("threads-" + dumps++);
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
            return Files.readString(dump);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
