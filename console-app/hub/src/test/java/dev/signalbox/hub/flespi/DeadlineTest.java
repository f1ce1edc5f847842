// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.flespi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.WoundClock;
import dev.signalbox.hub.channel.ConsumerTokens;
import dev.signalbox.hub.live.LogFeed;
import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.outflow.Deadline;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.testing.process.Await;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever does not take his answer is cut off, and what he read counts no more.
class DeadlineTest {
    /// More than the two ends of a connection keep.
    private static final int LARGE = 16 << 20;

    @TempDir
    Path folder;

    private final WoundClock clock = new WoundClock();
    private final CompletableFuture<Object> taken = new CompletableFuture<>();
    private final Vertx vertx = Vertx.vertx();
    private SqliteRegistry store;
    private LogFeed logs;

    @BeforeEach
    void open() {
        store = SqliteRegistry.open(folder.resolve("registry.db"));
        logs = new LogFeed(clock);
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        store.close();
        logs.close();
    }

    @Test
    void whoDoesNotTakeHisAnswerIsCutOff() throws IOException {
        try (var deaf = ask(server(Duration.ofMillis(500)))) {
            assertThat(deaf.getInputStream().read()).isPositive();
            Await.until("he is cut off", Duration.ofSeconds(90), taken::isDone);
        }
    }

    @Test
    void whoTakesItGetsAllOfIt() throws IOException {
        try (var program = ask(server(Duration.ofHours(1)));
                InputStream answer = program.getInputStream()) {
            assertThat(answer.readAllBytes()).hasSizeGreaterThan(LARGE);
            assertThat(taken.join()).isEqualTo(true);
        }
    }

    private HttpServer server(Duration least) {
        var deadline = new Deadline(vertx, least, 1 << 30);
        var desk = new FlespiDesk(Runnable::run, new ConsumerTokens(store, clock), new Notices(logs, clock), deadline);
        var router = Router.router(vertx);
        router.get("/large").handler(desk.answer((_, _, whether) -> {
            var _ = whether.thenAccept(taken::complete);
            return CompletableFuture.completedFuture(Buffer.buffer(new byte[LARGE]));
        }));
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static Socket ask(HttpServer server) throws IOException {
        var socket = new Socket("127.0.0.1", server.actualPort());
        socket.getOutputStream()
                .write("GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
