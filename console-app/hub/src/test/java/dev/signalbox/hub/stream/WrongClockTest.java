// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import static dev.signalbox.hub.stream.Belt.PUMP;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is forgotten by a wrong clock does not come back.
class WrongClockTest extends OnBelt {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);

    @Test
    void aClockThatLeapsAheadForSomeHoursForgetsNothing() {
        belt.send(PUMP, Map.of(), "a");
        forget();
        belt.leap(MONTH);
        forget();
        belt.clock.add(Duration.ofHours(20));
        forget();
        assertThat(belt.texts(1)).containsExactly("a");
        belt.leap(MONTH.negated());
        forget();
        assertThat(belt.texts(1)).containsExactly("a");
        belt.clock.add(WEEK);
        forget();
        assertThat(belt.texts(1)).isEmpty();
    }

    @Test
    void aClockThatStaysAheadForADayIsBelieved() {
        belt.send(PUMP, Map.of(), "a");
        forget();
        belt.leap(MONTH);
        forget();
        belt.clock.add(Duration.ofHours(25));
        forget();
        assertThat(belt.texts(1)).isEmpty();
    }

    @Test
    void aHubThatWasAwayForAMonthForgetsOnceItHasRunForADay() {
        belt.send(PUMP, Map.of(), "a");
        forget();
        for (int month = 4; month <= 5; month++) {
            belt.close();
            belt = new Belt(folder, Instant.parse("2026-0" + month + "-01T12:00:00Z"));
            forget();
            assertThat(belt.texts(1)).containsExactly("a");
            belt.clock.add(Duration.ofHours(13));
        }
        forget();
        assertThat(belt.texts(1)).isEmpty();
    }

    @Test
    void aMachineThatBeginsEachDayInThePastForgetsAfterSomeDays() {
        belt.send(PUMP, Map.of(), "a");
        forget();
        for (int day = 10; day < 14; day++) {
            assertThat(belt.texts(1)).as("on day " + day).containsExactly("a");
            belt.close();
            belt = new Belt(folder, Instant.EPOCH.plus(Duration.ofDays(3)));
            forget();
            belt.clock.add(Duration.ofMinutes(2));
            forget();
            belt.leap(Duration.between(belt.clock.instant(), Instant.parse("2026-03-" + day + "T08:00:00Z")));
            forget();
            belt.clock.add(Duration.ofHours(8));
            forget();
        }
        assertThat(belt.texts(1)).isEmpty();
    }

    @Test
    void twoClocksThatWereWrongForSomeHoursAddUpToNothingIfThereIsADayBetween() {
        belt.send(PUMP, Map.of(), "a");
        forget();
        for (int i = 0; i < 2; i++) {
            belt.leap(MONTH);
            forget();
            belt.clock.add(Duration.ofHours(20));
            forget();
            belt.leap(MONTH.negated());
            forget();
            belt.clock.add(Duration.ofDays(1));
            forget();
        }
        assertThat(belt.texts(1)).containsExactly("a");
    }

    @Test
    void aMonthInWhichTheHubRanIsNoLeap() {
        belt.send(PUMP, Map.of(), "a");
        forget();
        belt.clock.add(MONTH);
        forget();
        assertThat(belt.texts(1)).isEmpty();
    }

    @Test
    void whatAFastClockDatedHoldsUpNothing() {
        belt.send(PUMP, Map.of(), "before");
        belt.leap(Duration.ofDays(3650));
        belt.send(PUMP, Map.of(), "dated later");
        belt.leap(Duration.ofDays(-3650));
        belt.clock.add(Duration.ofDays(1));
        belt.send(PUMP, Map.of(), "after");
        belt.awaitSorted();
        belt.clock.add(Duration.ofDays(6).plusHours(1));
        forget();
        assertThat(belt.texts(1)).containsExactly("dated later", "after");
        belt.clock.add(Duration.ofDays(1));
        forget();
        assertThat(belt.texts(1)).isEmpty();
    }

    private void forget() {
        belt.awaitSorted();
        belt.sorted.forget(WEEK);
    }
}
