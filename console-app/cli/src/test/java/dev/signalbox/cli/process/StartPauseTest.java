// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StartPauseTest {
    @Test
    void whatEndsAtOnceIsStartedLaterEachTimeUpToABound() {
        var pause = new StartPause();
        assertThat(pause.next(Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pause.next(Duration.ZERO)).isEqualTo(Duration.ofSeconds(2));
        for (int i = 0; i < 10; i++) {
            pause.next(Duration.ZERO);
        }
        assertThat(pause.next(Duration.ZERO)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aGoodRunIsForgiven() {
        var pause = new StartPause();
        pause.next(Duration.ZERO);
        pause.next(Duration.ZERO);
        assertThat(pause.next(Duration.ofMinutes(2))).isEqualTo(Duration.ofSeconds(1));
    }
}
