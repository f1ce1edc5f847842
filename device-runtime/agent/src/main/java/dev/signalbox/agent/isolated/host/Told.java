// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.isolated.host;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the author's code threw, as lines tell it.
final class Told {
    private static final int MOST_TEXT = 8_192;
    private static final int MOST_CAUSES = 10;
    private static final String OURS = "\tat " + Told.class.getPackageName();

    private Told() {}

    /// @param op what it leads to
    /// @param file the author's
    static Line of(String op, Throwable thrown, String file) {
        var error = new LinkedHashMap<String, @Nullable Object>();
        error.put("type", thrown.getClass().getSimpleName());
        error.put("line", line(thrown, file));
        try {
            error.put("message", cut(String.valueOf(thrown.getMessage() == null ? "" : thrown.getMessage())));
            error.put("trace", cut(trace(thrown)));
        } catch (RuntimeException authorsToo) {
            error.put("message", "");
        }
        return Line.op(op).with("error", error);
    }

    /// @param line where it was then, or empty
    static Line tookTooLong(String file, Duration patience, String line) {
        String what = file.replaceFirst("\\.java$", "") + " was at one thing for more than " + patience.toSeconds()
                + " s" + (line.isEmpty() ? "" : " at " + line) + " and was stopped.";
        return Line.op("broken").with("error", Map.of("code", "90015", "sentence", what));
    }

    /// The innermost line of the author's, also where a cause holds it; 0 when there is none.
    private static int line(Throwable thrown, String file) {
        Deque<Throwable> causes = new ArrayDeque<>();
        for (Throwable next = thrown; next != null && causes.size() < MOST_CAUSES; next = next.getCause()) {
            causes.addFirst(next);
        }
        for (Throwable cause : causes) {
            int found = line(cause.getStackTrace(), file);
            if (found > 0) {
                return found;
            }
        }
        return 0;
    }

    static int line(StackTraceElement[] trace, String file) {
        for (StackTraceElement frame : trace) {
            if (file.equals(frame.getFileName()) && frame.getLineNumber() > 0) {
                return frame.getLineNumber();
            }
        }
        return 0;
    }

    private static String trace(Throwable thrown) {
        var written = new StringWriter();
        thrown.printStackTrace(new PrintWriter(written, true));
        var authors = new StringBuilder();
        written.toString()
                .lines()
                .filter(line -> !line.startsWith(OURS))
                .forEach(line -> authors.append(line).append('\n'));
        return authors.toString();
    }

    private static String cut(String text) {
        return text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
    }
}
