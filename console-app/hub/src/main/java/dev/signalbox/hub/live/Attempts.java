// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Counts what is refused, and says what of it is worth a line, so that nobody fills a disk by trying. The same about
/// the same one is told once in ten minutes, and then how often it came meanwhile; all together are told sixty times a
/// minute, and how many more there were is told once that minute is over. May be used from any thread.
final class Attempts {
    static final int MOST_A_MINUTE = 60;
    private static final Duration SILENCE = Duration.ofMinutes(10);
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Told> told = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Told> eldest) {
            return size() > REMEMBERED;
        }
    };
    private Instant minute = Instant.MIN;
    private int lines;
    private long leftOut;

    /// @param since how often it came after it was told
    private record Told(Instant at, long since) {}

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /// The sentence as it is to be told, or empty when it is only counted.
    ///
    /// @param what the same for the same of the same one
    synchronized Optional<String> tell(String what, String sentence) {
        Instant now = clock.instant();
        Told before = told.get(what);
        if (before != null && before.at().plus(SILENCE).isAfter(now)) {
            told.put(what, new Told(before.at(), before.since() + 1));
            return Optional.empty();
        }
        if (!hasRoom(now)) {
            leftOut++;
            return Optional.empty();
        }
        told.remove(what);
        told.put(what, new Told(now, 0));
        return Optional.of(
                before == null || before.since() == 0
                        ? sentence
                        : sentence + " (" + before.since() + " times more since " + before.at() + ")");
    }

    /// How many were not told in minutes that are over. Says it once.
    synchronized long leftOut() {
        if (minute.plus(Duration.ofMinutes(1)).isAfter(clock.instant())) {
            return 0;
        }
        long count = leftOut;
        leftOut = 0;
        return count;
    }

    private boolean hasRoom(Instant now) {
        if (!minute.plus(Duration.ofMinutes(1)).isAfter(now)) {
            minute = now;
            lines = 0;
        }
        return lines++ < MOST_A_MINUTE;
    }
}
