// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.terminal;

import dev.signalbox.operator.live.LogEvent;
import dev.signalbox.protocol.report.LogLine;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// A log line as one line of the terminal: debug plain, the runtime's own words dim, warnings yellow, errors red.
public final class LogText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private LogText() {}

    public static String of(LogEvent event) {
        LogLine line = event.line();
        String head = "%s  %-12s  %-18s  ".formatted(TIME.format(line.at()), event.node(), line.step());
        String text = line.text() + fault(line);
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
