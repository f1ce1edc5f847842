// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.action;

import dev.signalbox.protocol.report.LogLine;
import java.util.List;

/// Some lines of a node's own log, oldest first. A page may be empty and yet not be the last one.
///
/// @param next where the next page begins; empty after the last
public record LogPage(List<LogLine> lines, String next) {
    /// The most bytes that the lines of a page take, as JSON.
    public static final int MOST_BYTES = 100 * 1024;

    public LogPage {
        lines = List.copyOf(lines);
    }
}
