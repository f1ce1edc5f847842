// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.process.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final long HEAP = 240_000_000;

    private final Backlog backlog = new Backlog(HEAP);

    @Test
    void oneMailboxHoldsATwentyFourthOfTheHeapAtMost() {
        Backlog.Part part = backlog.partOf(this);
        part.add(9_999_999);
        assertThat(part.isTooMuch()).isFalse();
        part.add(1);
        assertThat(part.isTooMuch()).isTrue();
        part.add(-1);
        assertThat(part.isTooMuch()).isFalse();
    }

    @Test
    void allTogetherHoldASixthButEachItsShare() {
        List<Backlog.Part> parts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Backlog.Part full = backlog.partOf(this);
            full.add(8_000_000);
            parts.add(full);
        }
        Backlog.Part late = backlog.partOf(this);
        assertThat(late.isTooMuch()).isFalse();
        late.add(HEAP / 4096);
        assertThat(late.isTooMuch()).isTrue();
        parts.getFirst().add(-8_000_000);
        assertThat(late.isTooMuch()).isFalse();
    }

    @Test
    void aForgottenMailboxHoldsNothing() {
        backlog.partOf(new Object()).add(HEAP);
        Backlog.Part other = backlog.partOf(this);
        other.add(HEAP / 4096);
        Await.until("it is forgotten", Duration.ofSeconds(90), () -> {
            System.gc();
            return !other.isTooMuch();
        });
    }
}
