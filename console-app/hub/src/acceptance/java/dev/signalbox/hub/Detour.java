// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// An HTTP proxy that leads whoever asks for port 443 to the hub's port, so that clients with a fixed port need no
/// privileges. What goes through stays encrypted.
final class Detour implements AutoCloseable {
    private final ServerSocket door;
    private final int port;

    Detour(int port) throws IOException {
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = port;
        Thread.ofVirtual().start(this::serve);
    }

    Proxy proxy() {
        return new Proxy(
                Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), door.getLocalPort()));
    }

    private void serve() {
        try {
            while (true) {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> lead(client));
            }
        } catch (IOException closed) {
            // that is how it ends
        }
    }

    private void lead(Socket client) {
        try (client;
                var hub = new Socket(InetAddress.getLoopbackAddress(), port)) {
            readHead(client);
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Thread back = Thread.ofVirtual().start(() -> copy(hub, client));
            copy(client, hub);
            back.join();
        } catch (IOException | InterruptedException ended) {
            // so ends the connection
        }
    }

    /// The client says nothing more until it has its answer, so reading ahead takes nothing from what follows.
    private static void readHead(Socket client) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        String line = lines.readLine();
        while (line != null && !line.isEmpty()) {
            line = lines.readLine();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException ended) {
            // so ends the connection
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
