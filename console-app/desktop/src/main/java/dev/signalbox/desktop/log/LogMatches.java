// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.log;

import dev.signalbox.operator.live.LogEvent;

/// The lines that pass a filter, each with a place among those that pass.
final class LogMatches {
    private final LogRing<LogEvent> lines;
    private final long[] places;
    private long first;
    private long end;
    private long looked;

    LogMatches(LogRing<LogEvent> lines) {
        this.lines = lines;
        places = new long[lines.capacity()];
    }

    /// Looks at all lines.
    void rescan(LogFilter filter) {
        first = end;
        looked = lines.first();
        catchUp(filter);
    }

    /// Looks at the lines that came since the last look, and forgets those that are gone.
    void catchUp(LogFilter filter) {
        for (long place = Math.max(looked, lines.first()); place < lines.end(); place++) {
            if (filter.matches(lines.at(place))) {
                first += end - first == places.length ? 1 : 0;
                places[slot(end)] = place;
                end++;
            }
        }
        looked = lines.end();
        while (first < end && places[slot(first)] < lines.first()) {
            first++;
        }
    }

    LogEvent at(long place) {
        return lines.at(places[slot(place)]);
    }

    long first() {
        return first;
    }

    long end() {
        return end;
    }

    long size() {
        return end - first;
    }

    private int slot(long place) {
        return (int) (place % places.length);
    }
}
