// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.terminal;

import dev.signalbox.operator.live.LogEvent;
import dev.signalbox.protocol.report.LogLine;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// A log line as one line of the terminal: debug plain, the runtime's own words dim, warnings yellow, errors red. What
/// a device wrote steers no terminal, and further lines of a text are set in, so that none passes for another device's.
public final class LogText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private LogText() {}

    /// One that was just written.
    public static String of(LogEvent event) {
        return text(event, TIME);
    }

    /// One of any day.
    public static String dated(LogEvent event) {
        return text(event, DAY_AND_TIME);
    }

    private static String text(LogEvent event, DateTimeFormatter time) {
        LogLine line = event.line();
        String head = "%s  %-12s  %-18s  "
                .formatted(
                        time.format(line.at()),
                        event.node(),
                        Harmless.of(line.step()).replace('\n', ' '));
        String text = Harmless.of(line.text() + fault(line)).replace("\n", "\n    ");
        return Colour.DIM.paint(head)
                + switch (line.level()) {
                    case DEBUG -> text;
                    case RUNTIME -> Colour.DIM.paint(text);
                    case WARNING -> Colour.YELLOW.paint(text);
                    case ERROR -> Colour.RED.paint(text);
                };
    }

    private static String fault(LogLine line) {
        if (line.faultCode().isEmpty()) {
            return "";
        }
        String description = line.faultDescription().isEmpty() ? "" : " " + line.faultDescription();
        return "  [" + line.faultCode() + description + "]";
    }
}
