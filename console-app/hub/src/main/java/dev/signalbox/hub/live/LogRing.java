// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.live;

import java.util.ArrayList;
import java.util.List;

/// The newest log lines, as JSON, each with a number that grows by one: so many lines and so many characters at most.
/// Numbers go on growing over restarts of the hub, because they begin with the time.
final class LogRing {
    private final String[] lines;
    private final long first;
    private final long mostCharacters;
    private long next;
    private long oldest;
    private long characters;

    /// @param first number of the first line
    LogRing(int capacity, long mostCharacters, long first) {
        this.lines = new String[capacity];
        this.mostCharacters = mostCharacters;
        this.first = first;
        this.next = first;
        this.oldest = first;
    }

    synchronized void add(List<String> fresh) {
        for (String line : fresh) {
            if (next - oldest == lines.length) {
                forgetOldest();
            }
            lines[slot(next)] = line;
            characters += line.length();
            next++;
            while (characters > mostCharacters && next - oldest > 1) {
                forgetOldest();
            }
        }
    }

    synchronized long oldest() {
        return oldest;
    }

    private void forgetOldest() {
        characters -= lines[slot(oldest)].length();
        lines[slot(oldest)] = "";
        oldest++;
    }

    synchronized long next() {
        return next;
    }

    /// Where one goes on who has seen `last`; whoever has seen lines of an earlier run begins with the oldest.
    synchronized long after(long last) {
        return last < first || last >= next ? oldest() : last + 1;
    }

    /// Up to `most` lines from that number on, which must not be older than the oldest.
    synchronized List<String> from(long number, int most) {
        List<String> found = new ArrayList<>();
        for (long n = Math.max(number, oldest()); n < next && found.size() < most; n++) {
            found.add(lines[slot(n)]);
        }
        return found;
    }

    private int slot(long number) {
        return (int) (number % lines.length);
    }
}
