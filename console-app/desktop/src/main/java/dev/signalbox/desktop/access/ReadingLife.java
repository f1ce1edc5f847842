// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long a program may read by a token.
enum ReadingLife {
    ENDLESS("until it is deleted", Optional.empty()),
    DAY("24 hours", Optional.of(Duration.ofDays(1))),
    MONTH("30 days", Optional.of(Duration.ofDays(30))),
    YEAR("1 year", Optional.of(Duration.ofDays(365)));

    private final String words;
    private final Optional<Duration> length;

    ReadingLife(String words, Optional<Duration> length) {
        this.words = words;
        this.length = length;
    }

    /// When a token ends that is made now.
    Optional<Instant> end(Instant now) {
        return length.map(now::plus);
    }

    @Override
    public String toString() {
        return words;
    }
}
