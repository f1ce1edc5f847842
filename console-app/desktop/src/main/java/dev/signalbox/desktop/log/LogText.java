// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.log;

import dev.signalbox.operator.live.LogEvent;
import dev.signalbox.protocol.report.LogLine;
import java.time.Instant;
import java.util.Locale;

/// How a log line is written out.
final class LogText {
    private static final long DAY_MILLIS = 24L * 60 * 60 * 1000;

    private LogText() {}

    /// The time of day in UTC, `12:03:08.114`. By hand, because it is called for every visible line at every pulse.
    static String time(Instant at) {
        int millis = (int) Math.floorMod(at.toEpochMilli(), DAY_MILLIS);
        char[] out = "00:00:00.000".toCharArray();
        number(out, 0, millis / 3_600_000, 2);
        number(out, 3, millis / 60_000 % 60, 2);
        number(out, 6, millis / 1000 % 60, 2);
        number(out, 9, millis % 1000, 3);
        return new String(out);
    }

    private static void number(char[] out, int at, int value, int digits) {
        for (int i = digits - 1; i >= 0; i--) {
            out[at + i] = (char) ('0' + value % 10);
            value /= 10;
        }
    }

    static String level(LogLine line) {
        return line.level().name().toLowerCase(Locale.ROOT);
    }

    /// Code, text and description on one line.
    static String message(LogLine line) {
        String text = line.text();
        if (!line.faultCode().isEmpty()) {
            text = line.faultCode() + " " + text;
        }
        if (!line.faultDescription().isEmpty()) {
            text = text + ": " + line.faultDescription();
        }
        return text.indexOf('\n') < 0 ? text : text.replace("\n", " \u23ce ");
    }

    /// The whole line with its date, for the clipboard.
    static String whole(LogEvent event) {
        LogLine line = event.line();
        return String.join("\t", line.at().toString(), event.node(), line.service(), level(line), message(line));
    }

    /// At most so many characters, the last an ellipsis when some are missing.
    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, Math.max(0, most - 1)) + "\u2026";
    }
}
