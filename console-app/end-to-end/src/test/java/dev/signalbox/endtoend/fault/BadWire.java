// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/// The wire between one device and a hub, as a bad network makes it look to both: a relay that delays, holds up and
/// swallows. It works on the bytes of a TCP connection, so a segment that the network loses is seen as what TCP makes
/// of
/// it, a pause; reordered and doubled segments are seen as nothing.
final class BadWire implements AutoCloseable {
    /// Small, so that what waits to be sent waits at the device, as it does before a slow network.
    private static final int BUFFER = 8_192;

    private record Both(Course up, Course down, Socket device) {}

    private final int hubPort;
    private final Weather weather;
    private final RandomGenerator random;
    private final ServerSocket door;
    private final Set<Both> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile long swallowedAt;
    private volatile long noticedAfter;

    BadWire(int hubPort, Weather weather, RandomGenerator random) throws IOException {
        this.hubPort = hubPort;
        this.weather = weather;
        this.random = random;
        this.door = new ServerSocket();
        door.setReceiveBufferSize(BUFFER);
        door.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /// How often the device connected.
    int connections() {
        return connections.get();
    }

    /// Leaves the connection that is up half open: all is swallowed, nothing is closed. Later ones live.
    void swallow() {
        noticedAfter = 0;
        swallowedAt = System.nanoTime();
        open.forEach(both -> {
            both.up().swallow();
            both.down().swallow();
        });
    }

    /// How long after the swallowing the device gave up the connection; zero while it has not.
    Duration noticedAfter() {
        return Duration.ofNanos(noticedAfter);
    }

    /// Counts what is used anew from now on.
    void forget() {
        open.forEach(both -> both.up().forget());
    }

    /// The share of what it could have carried from the device that it did carry, on the connection that is up.
    double used() {
        return open.stream().mapToDouble(both -> both.up().used()).max().orElse(0);
    }

    private void accept() {
        try {
            while (true) {
                Socket device = door.accept();
                Thread.ofVirtual().start(() -> lead(device));
            }
        } catch (IOException closed) {
            // that is how it ends
        }
    }

    private void lead(Socket device) {
        connections.incrementAndGet();
        Both both = new Both(new Course(weather, random), new Course(weather, random), device);
        try (device;
                var hub = new Socket()) {
            hub.setReceiveBufferSize(BUFFER);
            hub.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), hubPort));
            device.setTcpNoDelay(true);
            hub.setTcpNoDelay(true);
            open.add(both);
            Thread upward = Thread.ofVirtual().start(() -> deliver(both.up(), hub));
            Thread downward = Thread.ofVirtual().start(() -> deliver(both.down(), device));
            Thread back = Thread.ofVirtual().start(() -> take(both.down(), hub, device));
            both.up().take(device);
            upward.interrupt();
            downward.interrupt();
            back.interrupt();
        } catch (IOException ended) {
            // the other end learns of it
        } finally {
            open.remove(both);
            noticedAfter = System.nanoTime() - swallowedAt;
        }
    }

    /// The hub that ends a connection which nobody can hear ends nothing at the device.
    private static void take(Course course, Socket from, Socket device) {
        try {
            course.take(from);
            if (!course.isSwallowing()) {
                device.close();
            }
        } catch (IOException ended) {
            // its other direction ends too
        }
    }

    private static void deliver(Course course, Socket into) {
        try {
            course.deliver(into);
        } catch (IOException | InterruptedException ended) {
            // its other direction ends too
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Both both : open) {
            both.device().close();
        }
    }
}
