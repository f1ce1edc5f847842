// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.app;

import dev.signalbox.testing.process.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// An agent at which tests look: it keeps what it hears, and says what it is told to.
final class PretendAgent implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(90);

    private final Path socket;
    private final ServerSocketChannel server;
    private final List<String> greeting;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<SocketChannel> apps = new CopyOnWriteArrayList<>();
    private volatile boolean receipts;

    private PretendAgent(Path socket, List<String> greeting) throws IOException {
        this.socket = socket;
        this.greeting = greeting;
        Files.deleteIfExists(socket);
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().start(this::accept);
    }

    static PretendAgent at(Path socket, String... greeting) throws IOException {
        return new PretendAgent(socket, List.of(greeting));
    }

    /// One of ours, which gives a receipt for each message.
    static PretendAgent ours(Path socket) throws IOException {
        var agent = at(socket, "{\"signal\":{\"sdkinit\":{\"version\":\"1.8.0\",\"receipts\":true}}}\n");
        agent.receipts = true;
        return agent;
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel app = server.accept();
                apps.add(app);
                greeting.forEach(line -> write(app, line));
                Thread.ofVirtual().start(() -> listen(app));
            }
        } catch (IOException closed) {
            // as it should
        }
    }

    private void listen(SocketChannel app) {
        try (var lines = new BufferedReader(Channels.newReader(app, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard.add(line);
                int id = line.indexOf("\"id\":\"");
                if (receipts && id >= 0) {
                    write(
                            app,
                            "{\"signal\":{\"received\":\"" + line.substring(id + 6, line.indexOf('"', id + 6))
                                    + "\"}}\n");
                }
            }
        } catch (IOException gone) {
            heard.add("(gone)");
        }
    }

    void say(String text) {
        Await.until("an app is there", LONG, () -> !apps.isEmpty());
        write(apps.getLast(), text);
    }

    private static void write(SocketChannel app, String text) {
        try {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                app.write(bytes);
            }
        } catch (IOException gone) {
            // the test sees what is missing
        }
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    /// Waits for a line that has this in it.
    String awaitLine(String part) {
        return Await.value(
                "the agent hears " + part + "; it heard " + heard,
                LONG,
                () -> heard.stream()
                        .filter(line -> line.contains(part))
                        .findFirst()
                        .or(Optional::empty));
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (SocketChannel app : apps) {
            app.close();
        }
        Files.deleteIfExists(socket);
    }
}
