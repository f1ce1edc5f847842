// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class IdPatternTest {
    private static final Instant AT = Instant.parse("2026-11-21T14:03:08.114Z");

    private static String example(String text) {
        return new IdPattern(text).example("press-1", AT);
    }

    private static String complaint(String text) {
        return new IdPattern(text).complaint();
    }

    @Test
    void anExampleIsWhatTheHubWouldMake() {
        assertThat(example("{deviceId}-{dateTime:yyyy-MM-dd-HH-mm-ss}-{sequenceId}"))
                .isEqualTo("press-1-2026-11-21-14-03-08-0");
        assertThat(example("{dateTime:yy.hh.fff} day")).isEqualTo("26.02.114 day");
    }

    @Test
    void whatIsNoPatternIsSaidWhileOneTypes() {
        assertThat(complaint("{deviceId}-{sequenceId}")).isEmpty();
        assertThat(complaint("")).startsWith("Write a pattern");
        assertThat(complaint("{devic")).startsWith("A brace is open");
        assertThat(complaint("a/b")).startsWith("A brace is open");
        assertThat(complaint("{device}")).startsWith("{device} stands for nothing");
        assertThat(complaint("{dateTime:yyy}")).startsWith("{dateTime:yyy} stands for nothing");
        assertThat(complaint("x".repeat(101))).startsWith("A pattern has at most 100");
        assertThat(new IdPattern("{deviceId}").counts()).isFalse();
    }
}
