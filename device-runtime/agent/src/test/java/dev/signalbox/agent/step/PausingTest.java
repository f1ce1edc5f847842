// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.process.Await;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PausingTest {
    private final Pausing pausing = new Pausing();

    @Test
    void holdsUntilSomethingIsLetThroughAndAfterIt() {
        assertThat(pausing.holds()).isFalse();
        pausing.pause();
        assertThat(pausing.holds()).isTrue();
        pausing.allowOne();
        pausing.allowOne();
        pausing.didOne();
        assertThat(pausing.holds()).isFalse();
        pausing.didOne();
        assertThat(pausing.holds()).isTrue();
        pausing.resume();
        assertThat(pausing.isOn()).isFalse();
        assertThat(pausing.holds()).isFalse();
    }

    @Test
    void whatWasLetThroughBeforeAPauseIsForgottenByTheNext() {
        pausing.pause();
        pausing.allowOne();
        pausing.pause();
        assertThat(pausing.holds()).isTrue();
    }

    @Test
    void whatIsDoneWithoutAPauseCountsForNothing() {
        pausing.didOne();
        pausing.pause();
        pausing.allowOne();
        assertThat(pausing.holds()).isFalse();
    }

    @Test
    void aForgottenPauseEndsByItself() {
        var brief = new Pausing(Duration.ofMillis(20));
        brief.pause();
        Await.until("it ends by itself", Duration.ofSeconds(30), () -> {
            brief.hold();
            return !brief.isOn();
        });
        assertThat(brief.holds()).isFalse();
    }
}
