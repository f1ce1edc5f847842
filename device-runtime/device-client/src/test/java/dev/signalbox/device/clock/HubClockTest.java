// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HubClockTest {
    private static final Instant TRUE_TIME = Instant.parse("2026-11-21T12:00:00Z");

    private Instant machine = TRUE_TIME;
    private long nanos = 5;
    private final HubClock clock = new HubClock(() -> machine, () -> nanos);

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    @Test
    void untilTheHubIsHeardItIsTheMachinesClock() {
        machine = Instant.EPOCH;
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
        machine = TRUE_TIME;
        assertThat(clock.instant()).isEqualTo(TRUE_TIME);
    }

    @Test
    void aWrongClockIsSetByTheHubAndGoesOn() {
        machine = Instant.EPOCH;
        clock.heard(TRUE_TIME);
        pass(Duration.ofHours(2));
        assertThat(clock.instant()).isEqualTo(TRUE_TIME.plus(Duration.ofHours(2)));
    }

    @Test
    void settingTheMachinesClockChangesNothingOnceTheHubWasHeard() {
        clock.heard(TRUE_TIME.plusSeconds(3));
        machine = TRUE_TIME.minus(Duration.ofDays(4000));
        pass(Duration.ofMinutes(1));
        assertThat(clock.instant()).isEqualTo(TRUE_TIME.plusSeconds(60));
        machine = TRUE_TIME.plus(Duration.ofDays(4000));
        assertThat(clock.instant()).isEqualTo(TRUE_TIME.plusSeconds(60));
    }

    @Test
    void aTimerThatStoodStillIsMadeUpFor() {
        clock.heard(TRUE_TIME);
        clock.heard(TRUE_TIME.plus(Duration.ofHours(9)));
        assertThat(clock.instant()).isEqualTo(TRUE_TIME.plus(Duration.ofHours(9)));
    }

    @Test
    void theTimeLeftIsByThatClock() {
        machine = Instant.EPOCH;
        clock.heard(TRUE_TIME);
        assertThat(clock.until(TRUE_TIME.plusSeconds(60))).isEqualTo(Duration.ofSeconds(60));
        pass(Duration.ofSeconds(90));
        assertThat(clock.until(TRUE_TIME.plusSeconds(60))).isNegative();
    }
}
