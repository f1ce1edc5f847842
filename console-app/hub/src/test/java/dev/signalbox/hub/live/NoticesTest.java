// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.WoundClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is told about those who are refused, and what is only counted.
class NoticesTest {
    private final WoundClock clock = new WoundClock();
    private final Attempts attempts = new Attempts(clock);

    @Test
    void theSameIsToldOnceInTenMinutesAndThenHowOftenItCame() {
        assertThat(attempts.tell("pump-1 wrong-key", "Refused.")).contains("Refused.");
        var first = clock.instant();
        for (int i = 0; i < 70; i++) {
            clock.add(Duration.ofSeconds(8));
            assertThat(attempts.tell("pump-1 wrong-key", "Refused.")).isEmpty();
        }
        clock.add(Duration.ofMinutes(1));
        assertThat(attempts.tell("pump-1 wrong-key", "Refused."))
                .contains("Refused. (70 times more since " + first + ")");
    }

    @Test
    void aFloodOfStrangersIsCountedAndCostsSixtyLinesAMinute() {
        long lines = 0;
        for (int i = 0; i < 1000; i++) {
            lines += attempts.tell("stranger " + i, "Refused.").stream().count();
        }
        assertThat(lines).isEqualTo(60);
        assertThat(attempts.leftOut()).as("the minute is not over").isZero();
        clock.add(Duration.ofMinutes(1));
        assertThat(attempts.leftOut()).isEqualTo(940);
        assertThat(attempts.leftOut()).isZero();
        assertThat(attempts.tell("stranger 999", "Refused.")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a\u001b[2Jb\u0000c\u007fd | a?[2Jb?c?d",
                "exe\u202egnp.a\u2028b | exe?gnp.a?b",
                "sr=h&sig=abc%2F1&se=5 | sr=h&sig=***&se=5",
                "HostName=h;SharedAccessKey=c2VjcmV0=;x | HostName=h;SharedAccessKey=***;x",
                "Bearer abc.def said | Bearer *** said",
                "{\"primaryKey\":\"c2VjcmV0\"} | {\"primaryKey\":\"***\"}",
            })
    void noLineSteersATerminalOrTellsASecret(String said, String told) {
        assertThat(Printable.of(said)).isEqualTo(told);
        assertThat(Printable.of(said.repeat(1000))).hasSizeLessThan(1100);
    }
}
