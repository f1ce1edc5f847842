// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.WoundClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DayQuotaTest {
    private final WoundClock clock = new WoundClock(Instant.parse("2026-03-01T23:00:00Z"));

    @Test
    void whatWasNotOneMoreIsGivenBack() {
        var quota = new DayQuota(2, clock);
        assertThat(quota.takes("pump-1")).isTrue();
        quota.givesBack("pump-1");
        assertThat(quota.takes("pump-1")).isTrue();
        assertThat(quota.takes("pump-1")).isTrue();
        assertThat(quota.takes("pump-1")).isFalse();
        assertThat(quota.view().refused()).isEqualTo(1);
    }

    @Test
    void countingBeginsAnewAtMidnight() {
        var quota = new DayQuota(1, clock);
        assertThat(quota.takes("pump-1")).isTrue();
        assertThat(quota.takes("pump-1")).isFalse();
        clock.add(Duration.ofMinutes(59));
        assertThat(quota.takes("pump-1")).isFalse();
        clock.add(Duration.ofMinutes(1));
        assertThat(quota.takes("pump-1")).isTrue();
        assertThat(quota.view().reached()).isEmpty();
    }

    @Test
    void whereNoNumberIsSetAnyIsTaken() {
        var quota = new DayQuota(0, clock);
        for (int i = 0; i < 1000; i++) {
            assertThat(quota.takes("pump-1")).isTrue();
        }
    }
}
