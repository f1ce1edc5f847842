// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import dev.signalbox.protocol.identity.HubAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// Waits for a hub whose port is closed, and sees within a third of a second that it opens. A machine that is there and
/// refuses costs two packets to ask; one that does not answer is not asked again.
final class PortWatch {
    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final Duration JITTER = Duration.ofMillis(100);
    private static final Duration SELDOM = Duration.ofSeconds(2);
    private static final Duration EAGER_FOR = Duration.ofMinutes(10);
    private static final int PATIENCE_MILLIS = 500;

    private final CountDownLatch closing;
    private final RandomGenerator random;
    private long asked;

    /// @param closing ends each wait
    PortWatch(CountDownLatch closing, RandomGenerator random) {
        this.closing = closing;
        this.random = random;
    }

    private enum Port {
        OPEN,
        CLOSED,
        SILENT
    }

    /// The hub was reached: whatever comes now is a new outage.
    void reached() {
        asked = 0;
    }

    /// Waits for the pause, or until the port opens if that is earlier.
    void await(HubAddress hub, Duration pause) throws InterruptedException {
        long end = System.nanoTime() + pause.toNanos();
        var port = Port.CLOSED;
        while (port != Port.OPEN && !pauses(end, port == Port.SILENT ? pause : step())) {
            port = look(hub);
        }
    }

    /// Whether the wait is over.
    private boolean pauses(long end, Duration step) throws InterruptedException {
        long left = end - System.nanoTime();
        return left <= 0 || closing.await(Math.min(left, step.toNanos()), TimeUnit.NANOSECONDS);
    }

    private Duration step() {
        long eager = EAGER_FOR.dividedBy(OFTEN.plus(JITTER.dividedBy(2)));
        return (asked++ < eager ? OFTEN : SELDOM).plusMillis(random.nextLong(JITTER.toMillis()));
    }

    private static Port look(HubAddress hub) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(hub.host(), hub.mqttPort()), PATIENCE_MILLIS);
            return Port.OPEN;
        } catch (ConnectException closed) {
            return Port.CLOSED;
        } catch (IOException | IllegalArgumentException silent) {
            return Port.SILENT;
        }
    }
}
