// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.live.LogEvent;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/// Log lines on a terminal, honest ones and others.
class LogTextTest {
    @Test
    void aDeviceSteersNoTerminalAndForgesNoLine() {
        String shown =
                shown("flow/st\u001b[2Jep\nx", "a\u001b]0;title\u0007b\r\u202ec\n12:00:00.000  pump-2  all is well");
        assertThat(shown)
                .contains("flow/st?[2Jep x", "a?]0;title?b??c\n    12:00:00.000  pump-2")
                .doesNotContain("\u0007", "\r", "\u202e", "\u001b[2J");
    }

    @Test
    void anHonestLineIsShownAsItIs() {
        assertThat(shown("flow/step", "20 \u00b0C\t\u4f60")).endsWith("20 \u00b0C\t\u4f60");
    }

    @Test
    void oneOfAnyDayHasItsDate() {
        var noon = Instant.parse("2026-11-22T12:00:00Z");
        var line = new LogLine(noon, "flow/step", "s", LogLevel.DEBUG, "all is well", "", "");
        String day = noon.atZone(ZoneId.systemDefault()).toLocalDate().toString();
        assertThat(LogText.dated(new LogEvent("pump-1", line))).contains(day + " ");
        assertThat(LogText.of(new LogEvent("pump-1", line))).doesNotContain(day);
    }

    private static String shown(String step, String text) {
        return LogText.of(new LogEvent("pump-1", new LogLine(Instant.EPOCH, step, "s", LogLevel.DEBUG, text, "", "")));
    }
}
