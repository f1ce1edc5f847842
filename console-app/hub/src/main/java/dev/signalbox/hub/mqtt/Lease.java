// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;

/// Ends a connection when the signature that let it in expires, so that one who was lent a signature does not stay for
/// ever. Only the connection's thread uses it.
final class Lease {
    private static final long A_DAY = 24 * 3600;

    private final Vertx vertx;
    private final Clock clock;
    private final Instant until;
    private long timer;

    Lease(Vertx vertx, Clock clock, Instant until) {
        this.vertx = vertx;
        this.clock = clock;
        this.until = until;
    }

    void begin(Runnable whenOver) {
        long seconds = Math.clamp(until.getEpochSecond() - clock.instant().getEpochSecond(), 0, A_DAY);
        timer = vertx.setTimer(1 + seconds * 1000, _ -> {
            if (clock.instant().isBefore(until)) {
                begin(whenOver);
            } else {
                whenOver.run();
            }
        });
    }

    void end() {
        vertx.cancelTimer(timer);
    }
}
