// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WindowTest {
    private final Window window = new Window();

    @Test
    void oneThatIsTooLargeGoesAlone() {
        assertThat(window.isOpenFor(250_000)).isTrue();
        window.sent(250_000);
        assertThat(window.isOpenFor(1)).isFalse();
    }

    @Test
    void itGrowsWhileTheHubAnswersSoon() {
        for (int i = 0; i < 100; i++) {
            window.sent(10_000);
            window.acknowledged(10_000, System.nanoTime());
        }
        window.sent(500_000);
        assertThat(window.isOpenFor(400_000)).isTrue();
        assertThat(window.isOpenFor(600_000)).isFalse();
        window.lost();
        window.sent(10_000);
        assertThat(window.isOpenFor(10_000)).isFalse();
    }

    @Test
    void itShrinksOnceForWhatWasSentBeforeItShrank() {
        long later = System.nanoTime() + Duration.ofHours(1).toNanos();
        window.sent(10_000);
        assertThat(window.isOpenFor(6_000)).isTrue();
        window.acknowledged(1_000, later - Duration.ofHours(2).toNanos());
        assertThat(window.isOpenFor(6_000))
                .as("sent before the window was made")
                .isTrue();
    }
}
