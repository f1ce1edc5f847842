// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// The wire between devices and a hub, with somebody's hand on it: what the hub says can be held back, connections can
/// be cut or go dead without a word, and the port can be closed. Knows nothing of what is said, unless it is tapped.
/// May be used from any thread.
public final class Wire implements AutoCloseable {
    private static final int WAITING_AT_THE_DOOR = 200;

    private final int hubPort;
    private final Tap tap;
    private final int ownPort;
    private final Hold hold = new Hold();
    private final Set<Strand> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile ServerSocket door;

    public Wire(int hubPort) throws IOException {
        this(hubPort, Tap.NONE);
    }

    public Wire(int hubPort, Tap tap) throws IOException {
        this.hubPort = hubPort;
        this.tap = tap;
        this.door = door(0);
        this.ownPort = door.getLocalPort();
        accept(door);
    }

    private static ServerSocket door(int port) throws IOException {
        return new ServerSocket(port, WAITING_AT_THE_DOOR, InetAddress.getLoopbackAddress());
    }

    /// Where devices connect to.
    public int port() {
        return ownPort;
    }

    /// How many connections reached the hub so far.
    public int connections() {
        return connections.get();
    }

    /// From now on no device hears the hub.
    public void hold() {
        hold.set(true);
    }

    /// Ends all connections; what was held back is lost.
    public void cut() {
        open.forEach(Strand::end);
        hold.set(false);
    }

    /// Ends one of the connections, any.
    public void cutOne() {
        open.stream().findAny().ifPresent(Strand::end);
    }

    /// Connections that are up go dead: what is said is swallowed, nothing is closed. Later ones live.
    public void die() {
        open.forEach(Strand::die);
    }

    /// Cuts, and lets nobody connect from now on: the port is closed.
    public void refuse() throws IOException {
        door.close();
        cut();
    }

    /// Opens the port again if it is closed.
    public void serve() throws IOException {
        if (door.isClosed()) {
            door = door(ownPort);
            accept(door);
        }
    }

    private void accept(ServerSocket at) {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Socket device = at.accept();
                    Thread.ofVirtual().start(() -> lead(device, at));
                }
            } catch (IOException closed) {
                // that is how it ends
            }
        });
    }

    private void lead(Socket device, ServerSocket through) {
        try (device;
                var hub = new Socket(InetAddress.getLoopbackAddress(), hubPort)) {
            lead(new Strand(device, hub), through);
        } catch (IOException | InterruptedException away) {
            // the device sees its connection end
        }
    }

    private void lead(Strand strand, ServerSocket through) throws IOException, InterruptedException {
        open.add(strand);
        try {
            if (!through.isClosed()) {
                connections.incrementAndGet();
                strand.lead(tap, hold);
            }
        } finally {
            open.remove(strand);
        }
    }

    @Override
    public void close() throws IOException {
        refuse();
    }
}
