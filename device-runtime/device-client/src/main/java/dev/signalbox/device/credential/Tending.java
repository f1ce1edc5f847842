// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.credential;

import dev.signalbox.device.clock.HubClock;
import dev.signalbox.device.provisioning.Refused;
import dev.signalbox.protocol.codec.ProblemException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Renews a registration and its signature before they end, so that a sign-in never has to wait for it.
final class Tending implements AutoCloseable {
    static final Duration LOOKS = Duration.ofSeconds(60);
    static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Tending.class);

    private final Registering registering;
    private final HubClock clock;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);

    Tending(Registering registering, HubClock clock) {
        this.registering = registering;
        this.clock = clock;
    }

    /// Goes on in the background until closed; a second call does nothing.
    void begin() {
        if (begun.compareAndSet(false, true)) {
            Thread.ofVirtual().name("signalbox-credentials").start(this::run);
        }
    }

    private void run() {
        try {
            Duration next = LOOKS;
            while (!closed.await(next.toMillis(), TimeUnit.MILLISECONDS)) {
                next = look();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /// Renews what is due, and says when to look again.
    Duration look() {
        boolean refreshed = works(this::refresh);
        return works(this::register) && refreshed ? LOOKS : AFTER_FAILURE;
    }

    private void refresh() {
        if (registering
                .now()
                .grant()
                .filter(grant -> Renewal.isDue(grant, clock.instant()))
                .isPresent()) {
            registering.refresh();
        }
    }

    /// A device that was not let in, or was forgotten, asks when it connects.
    private void register() {
        if (registering.now().grant().isPresent() && signatureIsDue()) {
            registering.admit(this::signatureIsDue);
        }
    }

    private boolean signatureIsDue() {
        return registering
                .now()
                .admission()
                .filter(admission -> Renewal.isDue(admission, clock.instant()))
                .isPresent();
    }

    private boolean works(Runnable renewing) {
        try {
            renewing.run();
            return true;
        } catch (Refused | ProblemException failed) {
            LOG.warn("A registration is not renewed yet: {}", failed.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
