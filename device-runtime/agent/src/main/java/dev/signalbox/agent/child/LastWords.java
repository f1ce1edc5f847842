// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.child;

import java.util.ArrayDeque;

/// The last few lines a process wrote before it ended.
final class LastWords {
    private static final int MOST = 20;

    private final ArrayDeque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        lines.addLast(line);
        if (lines.size() > MOST) {
            lines.removeFirst();
        }
    }

    /// As the end of a sentence.
    @Override
    public synchronized String toString() {
        return lines.isEmpty() ? "" : "; its last words: " + String.join(" | ", lines);
    }
}
