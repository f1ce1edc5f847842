// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.report;

import java.time.Instant;

/// One line of a node's log.
///
/// @param at when it was written, UTC by the node's clock
/// @param step `flow/step`, or `agent` for the runtime itself
/// @param service the service's name, or `agent`
/// @param faultCode empty unless an error has one
/// @param faultDescription empty unless an error has one
public record LogLine(
        Instant at,
        String step,
        String service,
        LogLevel level,
        String text,
        String faultCode,
        String faultDescription) {
    /// The longest text and fault description kept, in characters; the rest is cut off with an ellipsis.
    public static final int MAX_TEXT = 8192;

    /// The longest fault code kept, in characters.
    public static final int MAX_CODE = 64;

    public LogLine {
        text = cut(text, MAX_TEXT);
        faultCode = cut(faultCode, MAX_CODE);
        faultDescription = cut(faultDescription, MAX_TEXT);
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most - 1) + "\u2026" : text;
    }
}
