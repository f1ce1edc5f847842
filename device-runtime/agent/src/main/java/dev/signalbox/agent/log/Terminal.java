// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.log;

import dev.signalbox.protocol.report.LogLine;
import java.io.PrintStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/// Writes log lines for a person: time, step, level, text; warnings yellow, errors red.
public record Terminal(PrintStream out, boolean coloured) implements Consumer<LogLine> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public void accept(LogLine line) {
        String code = line.faultCode().isEmpty() ? "" : line.faultCode() + " ";
        String description = line.faultDescription().isEmpty() ? "" : ": " + line.faultDescription();
        String text = "%s  %-24s %-8s %s%s%s"
                .formatted(
                        TIME.format(line.at()),
                        line.step(),
                        line.level().name().toLowerCase(Locale.ROOT),
                        code,
                        line.text(),
                        description);
        out.println(coloured ? colour(line) + text + "\u001b[0m" : text);
    }

    private static String colour(LogLine line) {
        return switch (line.level()) {
            case DEBUG -> "";
            case RUNTIME -> "\u001b[34m";
            case WARNING -> "\u001b[33m";
            case ERROR -> "\u001b[31m";
        };
    }
}
