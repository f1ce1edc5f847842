// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.testing.process.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// An app that says bytes, and keeps the lines it hears.
final class RawApp implements AutoCloseable {
    private final SocketChannel channel;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private RawApp(SocketChannel channel) {
        this.channel = channel;
    }

    static RawApp at(Path socket) throws IOException {
        var app = deaf(socket);
        Thread.ofVirtual().start(app::listen);
        return app;
    }

    /// One that never reads.
    static RawApp deaf(Path socket) throws IOException {
        return new RawApp(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    }

    private void listen() {
        try (var lines = new BufferedReader(Channels.newReader(channel, UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard.add(line);
            }
        } catch (IOException gone) {
            // told by the end
        } finally {
            heard.add("(end)");
        }
    }

    RawApp say(String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        return this;
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    RawApp await(String line) {
        Await.until("the app hears " + line, Duration.ofSeconds(90), () -> heard.contains(line));
        return this;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
