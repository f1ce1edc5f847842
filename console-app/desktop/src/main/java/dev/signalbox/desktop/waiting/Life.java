// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long a token lets devices ask.
enum Life {
    HOUR("1 hour", Optional.of(Duration.ofHours(1))),
    DAY("24 hours", Optional.of(Duration.ofDays(1))),
    WEEK("7 days", Optional.of(Duration.ofDays(7))),
    MONTH("30 days", Optional.of(Duration.ofDays(30))),
    YEAR("1 year", Optional.of(Duration.ofDays(365))),
    ENDLESS("until it is revoked", Optional.empty());

    private final String words;
    private final Optional<Duration> length;

    Life(String words, Optional<Duration> length) {
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
