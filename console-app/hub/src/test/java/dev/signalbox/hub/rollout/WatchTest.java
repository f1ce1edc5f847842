// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final Instant BEGIN = Instant.parse("2026-11-23T08:00:00Z");
    private static final long SECOND = 1_000_000_000L;

    private final Watch watch = new Watch(BEGIN, 0);

    @Test
    void twoLooksThatBelongTogetherLeaveNoGap() {
        assertThat(watch.look(BEGIN.plusSeconds(10), 10 * SECOND)).isEqualTo(BEGIN);
        assertThat(watch.look(BEGIN.plusSeconds(21), 20 * SECOND)).isEqualTo(BEGIN);
    }

    @Test
    void aMachineThatSleptLeavesOne() {
        Instant woken = BEGIN.plusSeconds(700);
        assertThat(watch.look(woken, SECOND)).isEqualTo(woken);
        assertThat(watch.look(woken.plusSeconds(10), 11 * SECOND)).isEqualTo(woken);
    }

    @Test
    void aClockThatIsSetBackOrForwardLeavesOne() {
        Instant back = BEGIN.minusSeconds(3_600);
        assertThat(watch.look(back, 10 * SECOND)).isEqualTo(back);
        Instant forward = BEGIN.plusSeconds(20);
        assertThat(watch.look(forward, 11 * SECOND)).isEqualTo(forward);
    }

    @Test
    void aLongTimeWithoutALookLeavesOne() {
        Instant late = BEGIN.plusSeconds(61);
        assertThat(watch.look(late, 61 * SECOND)).isEqualTo(late);
    }
}
