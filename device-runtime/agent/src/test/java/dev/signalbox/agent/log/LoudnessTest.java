// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.action.LogWish;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoudnessTest {
    private static final StepAddress PUMP = new StepAddress("flow", "Pump");

    private long now = Long.MAX_VALUE - 5_000_000_000L;
    private final Loudness loudness = new Loudness(() -> now);

    private boolean admits(String step, LogLevel level) {
        return loudness.admits(new LogLine(Instant.EPOCH, step, "Pump", level, "text", "", ""));
    }

    private boolean set(Optional<StepAddress> step, LogLevel level, int seconds) {
        return loudness.set(new LogWish(step, level, seconds));
    }

    @Test
    void allLinesAreSentUntilSomebodySaysOtherwise() {
        assertThat(admits("flow/pump", LogLevel.DEBUG)).isTrue();
    }

    @Test
    void aLevelEndsByItself() {
        set(Optional.empty(), LogLevel.WARNING, 60);
        assertThat(admits("flow/pump", LogLevel.RUNTIME)).isFalse();
        assertThat(admits("agent", LogLevel.ERROR)).isTrue();
        now += 59_000_000_000L;
        assertThat(admits("flow/pump", LogLevel.DEBUG)).isFalse();
        now += 1_000_000_000L;
        assertThat(admits("flow/pump", LogLevel.DEBUG)).isTrue();
    }

    @Test
    void aStepsOwnCountsMoreThanTheNodes() {
        set(Optional.empty(), LogLevel.ERROR, 60);
        set(Optional.of(PUMP), LogLevel.DEBUG, 30);
        assertThat(admits("flow/pump", LogLevel.DEBUG)).isTrue();
        assertThat(admits("flow/other", LogLevel.WARNING)).isFalse();
        now += 30_000_000_000L;
        assertThat(admits("flow/pump", LogLevel.DEBUG)).isFalse();
        set(Optional.empty(), LogLevel.ERROR, 0);
        assertThat(admits("flow/pump", LogLevel.DEBUG)).isTrue();
    }

    @Test
    void levelsAreBounded() {
        for (int n = 0; n < 1_000; n++) {
            assertThat(set(Optional.of(new StepAddress("flow", "step-" + n)), LogLevel.ERROR, 60))
                    .isTrue();
        }
        assertThat(set(Optional.of(PUMP), LogLevel.ERROR, 60)).isFalse();
        now += 60_000_000_000L;
        assertThat(set(Optional.of(PUMP), LogLevel.ERROR, 60)).isTrue();
    }
}
