// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgeClockTest {
    private long monotonic = 50;
    private long wall = 1_800_000_000_000L;

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

    @Test
    void aCalendarThatWasNeverSetTellsNothing() {
        long today = wall;
        wall = 4_000;
        AgeClock withoutTime = clock();
        withoutTime.continueFrom(0, 0);
        monotonic += 50;
        long noted = withoutTime.wall();
        wall = today;
        AgeClock set = clock();
        set.continueFrom(withoutTime.now(), noted);
        assertThat(set.now()).isEqualTo(50);
        AgeClock afterAnOldNote = clock();
        afterAnOldNote.continueFrom(500, 4_000);
        assertThat(afterAnOldNote.now()).isEqualTo(500);
    }

    @Test
    void aStartWithoutTheTimeLosesNothingOfWhatIsKnown() {
        long noted = wall;
        wall = 4_000;
        AgeClock withoutTime = clock();
        withoutTime.continueFrom(500, noted);
        monotonic += 70;
        assertThat(withoutTime.now()).isEqualTo(570);
        long notedAgain = withoutTime.wall();
        wall = noted + 1_000;
        AgeClock set = clock();
        set.continueFrom(570, notedAgain);
        assertThat(set.now()).isEqualTo(1_500);
    }

    private AgeClock clock() {
        return new AgeClock(() -> monotonic, () -> wall);
    }
}
