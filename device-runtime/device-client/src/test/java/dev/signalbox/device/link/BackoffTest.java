// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(LinkTiming.USUAL, new Random(7));

    @Test
    void pausesDoubleFrom100MillisecondsTo30SecondsLessARandomPart() {
        long step = 100;
        for (int attempt = 0; attempt < 20; attempt++) {
            assertThat(backoff.next().toMillis()).isBetween(step / 2, step);
            step = Math.min(30_000, step * 2);
        }
    }

    @Test
    void onlyAConnectionThatLastedMakesThePausesShortAgain() {
        for (int attempt = 0; attempt < 8; attempt++) {
            backoff.next();
        }
        backoff.wasUp(Duration.ofSeconds(1));
        assertThat(backoff.next()).isGreaterThan(Duration.ofSeconds(10));
        backoff.wasUp(Duration.ofMinutes(1));
        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(100));
    }
}
