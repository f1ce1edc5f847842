// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.agent.step.ForeignException;
import org.junit.jupiter.api.Test;

class HandshakeTest {
    private final Handshake stages = new Handshake();

    @Test
    void whatWasReachedBeforeTheEndWasReached() throws InterruptedException {
        stages.reached("stopped");
        assertThat(stages.died(new ForeignException("It ended.", ""))).isTrue();
        assertThat(stages.await("stopped", 0)).isTrue();
    }

    @Test
    void whatWasNotReachedIsNotWaitedFor() {
        assertThat(stages.died(new ForeignException("It ended.", ""))).isTrue();
        assertThat(stages.died(new ForeignException("It ended again.", ""))).isFalse();
        assertThatThrownBy(() -> stages.await("stopped")).hasMessage("It ended.");
    }
}
