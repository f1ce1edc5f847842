// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.live.LogEvent;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogFilterTest {
    private static final LogEvent HOT = new LogEvent(
            "press-0417",
            new LogLine(
                    Instant.parse("2026-11-21T12:03:08.114Z"),
                    "boiler/watch",
                    "BoilerWatch",
                    LogLevel.ERROR,
                    "Too hot",
                    "90121",
                    "above 82.5"));

    @Test
    void wordsWithEqualsAreNamesAndTheRestIsText() {
        var filter = LogFilter.parse("node = press  Service=Boiler level=warn too  HOT");
        assertThat(filter.node()).isEqualTo("press");
        assertThat(filter.service()).isEqualTo("Boiler");
        assertThat(filter.levels()).containsExactlyInAnyOrder(LogLevel.WARNING, LogLevel.ERROR);
        assertThat(filter.text()).isEqualTo("too HOT");
        assertThat(filter.matches(HOT)).isTrue();
    }

    @Test
    void anEmptyFilterShowsAll() {
        assertThat(LogFilter.parse("  ").showsAll()).isTrue();
    }

    @Test
    void unknownNamesAreTextLikeAnyOther() {
        assertThat(LogFilter.parse("x=1 y").text()).isEqualTo("x=1 y");
    }

    @Test
    void everyPartMustHold() {
        assertThat(LogFilter.parse("node=press hot").matches(HOT)).isTrue();
        assertThat(LogFilter.parse("node=pump hot").matches(HOT)).isFalse();
        assertThat(LogFilter.parse("cold").matches(HOT)).isFalse();
        assertThat(LogFilter.ALL.with(LogLevel.ERROR, false).matches(HOT)).isFalse();
    }

    @Test
    void aStepAFaultCodeAndADescriptionAreFoundToo() {
        assertThat(LogFilter.parse("service=watch").matches(HOT)).isTrue();
        assertThat(LogFilter.parse("90121").matches(HOT)).isTrue();
        assertThat(LogFilter.parse("ABOVE 82.5").matches(HOT)).isTrue();
    }

    @Test
    void aLineIsWrittenOutWithTimeCodeAndDescription() {
        assertThat(LogText.time(HOT.line().at())).isEqualTo("12:03:08.114");
        assertThat(LogText.message(HOT.line())).isEqualTo("90121 Too hot: above 82.5");
        assertThat(LogText.cut("abcdef", 4)).isEqualTo("abc\u2026");
    }
}
