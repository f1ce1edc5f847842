// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.live;

import java.util.ArrayList;
import java.util.List;

/// The newest log lines, as JSON, each with a number that grows by one. Numbers go on growing over restarts of the hub,
/// because they begin with the time.
final class LogRing {
    private final String[] lines;
    private final long first;
    private long next;

    /// @param first number of the first line
    LogRing(int capacity, long first) {
        this.lines = new String[capacity];
        this.first = first;
        this.next = first;
    }

    synchronized void add(List<String> fresh) {
        for (String line : fresh) {
            lines[slot(next)] = line;
            next++;
        }
    }

    synchronized long oldest() {
        return Math.max(first, next - lines.length);
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
