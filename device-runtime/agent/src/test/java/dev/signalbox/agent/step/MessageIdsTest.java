// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessageIdsTest {
    private static final Instant TIME = Instant.parse("2026-11-22T08:06:12.345678Z");

    @Test
    void anIdIsAUuidOfVersion7WithItsTime() {
        String id = MessageIds.at(TIME);
        UUID read = UUID.fromString(id);
        assertThat(read).hasToString(id);
        assertThat(read.version()).isEqualTo(7);
        assertThat(read.variant()).isEqualTo(2);
        assertThat(read.getMostSignificantBits() >>> 16).isEqualTo(TIME.toEpochMilli());
        assertThat(read.getMostSignificantBits() & 0xfff).isEqualTo(678 * 4096 / 1000);
    }

    @Test
    void idsAreInOrderOfTheirTimesAlsoWithinAMillisecond() {
        assertThat(Stream.iterate(TIME, time -> time.plusNanos(1_000))
                        .limit(2_000)
                        .map(MessageIds::at))
                .isSorted();
    }

    @Test
    void idsOfTheSameMomentDiffer() {
        assertThat(Stream.generate(() -> MessageIds.at(TIME)).limit(1_000)).doesNotHaveDuplicates();
    }
}
