// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The wire between devices and a hub, with somebody's hand on it: what the hub says can be held back, and connections
/// can be cut. Knows nothing of what is said.
final class Wire implements AutoCloseable {
    private final int ownPort;
    private final int hubPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;
    private boolean held;

    Wire(int hubPort) throws IOException {
        this.hubPort = hubPort;
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        this.ownPort = door.getLocalPort();
        accept();
    }

    /// Where devices connect to.
    int port() {
        return ownPort;
    }

    /// From now on no device hears the hub.
    synchronized void hold() {
        held = true;
    }

    /// Ends all connections; what was held back is lost.
    void cut() {
        open.forEach(Wire::end);
        synchronized (this) {
            held = false;
            notifyAll();
        }
    }

    /// Cuts, and lets nobody connect from now on: the port is closed.
    void refuse() throws IOException {
        door.close();
        cut();
    }

    /// Opens the port again if it is closed.
    void serve() throws IOException {
        if (door.isClosed()) {
            door = new ServerSocket(ownPort, 200, InetAddress.getLoopbackAddress());
            accept();
        }
    }

    /// Ends one of the connections, any.
    void cutOne() {
        open.stream().findAny().ifPresent(Wire::end);
    }

    private void accept() {
        ServerSocket open = door;
        Thread.ofVirtual().start(() -> accept(open));
    }

    private void accept(ServerSocket open) {
        try {
            while (true) {
                Socket device = open.accept();
                Thread.ofVirtual().start(() -> lead(device));
            }
        } catch (IOException closed) {
            // that is how it ends
        }
    }

    private void lead(Socket device) {
        try (device;
                var hub = new Socket(InetAddress.getLoopbackAddress(), hubPort)) {
            device.setTcpNoDelay(true);
            hub.setTcpNoDelay(true);
            open.add(device);
            Thread back = Thread.ofVirtual().start(() -> copy(hub, device, true));
            copy(device, hub, false);
            back.join();
        } catch (IOException | InterruptedException away) {
            // the device sees its connection end
        } finally {
            open.remove(device);
        }
    }

    private void copy(Socket from, Socket to, boolean mayBeHeld) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[8192];
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                if (mayBeHeld) {
                    waitWhileHeld();
                }
                out.write(some, 0, count);
            }
        } catch (IOException | InterruptedException ended) {
            // both ends learn of it
        } finally {
            end(from);
            end(to);
        }
    }

    private synchronized void waitWhileHeld() throws InterruptedException {
        while (held) {
            wait();
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
