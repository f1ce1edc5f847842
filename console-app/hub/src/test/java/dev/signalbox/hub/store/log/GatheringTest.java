// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// When it pays to wait for more messages before a group is written.
class GatheringTest {
    private final Gathering gathering = new Gathering();

    @Test
    void fewMessagesAreWrittenAtOnce() {
        assertThat(gathering.pays()).isFalse();
        gathering.took(63);
        assertThat(gathering.pays()).isFalse();
    }

    @Test
    void whileManyDevicesSendMoreIsAwaited() {
        gathering.took(100);
        assertThat(gathering.pays()).isTrue();
        gathering.brought(100, 228);
        gathering.took(228);
        assertThat(gathering.pays()).isTrue();
    }

    @Test
    void afterWaitsInVainNoneIsTriedForAWhile() {
        gathering.took(100);
        List<Long> pauses = Stream.generate(this::pauseAfterWaitInVain).limit(9).toList();
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 64L, 64L);
    }

    @Test
    void aWaitThatBringsManyEndsThePauses() {
        gathering.took(100);
        IntStream.range(0, 5).forEach(_ -> pauseAfterWaitInVain());
        gathering.brought(100, 228);
        gathering.took(228);
        assertThat(pauseAfterWaitInVain()).isEqualTo(1);
    }

    /// How many groups are written at once.
    private long pauseAfterWaitInVain() {
        gathering.brought(100, 227);
        long groups = 0;
        while (!gathering.pays()) {
            gathering.took(100);
            groups++;
        }
        return groups;
    }
}
