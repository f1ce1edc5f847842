// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.log;

import dev.signalbox.protocol.report.LogLine;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// Lines that wait for the hub, oldest first, bounded in number and in characters: what is too much goes from the old
/// end, and is counted. Safe for use by several threads.
final class LineBuffer {
    private static final int MOST_LINES = 10_000;
    private static final int MOST_CHARACTERS = 2_000_000;

    private final ArrayDeque<LogLine> lines = new ArrayDeque<>();
    private long characters;
    private long leftOut;

    synchronized void add(LogLine line) {
        lines.addLast(line);
        characters += length(line);
        while (lines.size() > MOST_LINES || characters > MOST_CHARACTERS) {
            forget(lines.removeFirst());
            leftOut++;
        }
        notifyAll();
    }

    synchronized void awaitLine() throws InterruptedException {
        while (lines.isEmpty()) {
            wait();
        }
    }

    /// Removes the oldest; null when there is none.
    synchronized @Nullable LogLine take() {
        LogLine line = lines.pollFirst();
        if (line != null) {
            forget(line);
        }
        return line;
    }

    /// How many lines were left out since this was last asked.
    synchronized long takeLeftOut() {
        long count = leftOut;
        leftOut = 0;
        return count;
    }

    private void forget(LogLine line) {
        characters -= length(line);
    }

    private static int length(LogLine line) {
        return line.text().length() + line.faultDescription().length();
    }
}
