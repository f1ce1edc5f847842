// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgeClockTest {
    private long monotonic = 50;
    private long wall = 1_000_000;

    @Test
    void aCalendarSetToAnotherDayChangesNothingWhileTheProgramRuns() {
        AgeClock clock = clock();
        clock.continueFrom(500, wall);
        monotonic += 7;
        wall -= 900_000;
        assertThat(clock.now()).isEqualTo(507);
    }

    @Test
    void timeWithoutTheProgramCountsAsFarAsTheCalendarWentForward() {
        AgeClock clock = clock();
        clock.continueFrom(500, wall - 300);
        assertThat(clock.now()).isEqualTo(800);
        AgeClock setBack = clock();
        setBack.continueFrom(500, wall + 300);
        assertThat(setBack.now()).isEqualTo(500);
    }

    @Test
    void aFirstStartBeginsAtZero() {
        AgeClock clock = clock();
        clock.continueFrom(0, 0);
        assertThat(clock.now()).isZero();
    }

    private AgeClock clock() {
        return new AgeClock(() -> monotonic, () -> wall);
    }
}
