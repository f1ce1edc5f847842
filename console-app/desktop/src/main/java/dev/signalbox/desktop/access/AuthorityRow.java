// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.operator.authority.AuthorityView;
import dev.signalbox.workbench.access.AuthorityStanding;
import dev.signalbox.workbench.access.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// An authority as the page shows it at a time.
record AuthorityRow(AuthorityView authority, Instant now) {
    private static final Duration SOON = Duration.ofDays(30);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'").withZone(ZoneOffset.UTC);

    String name() {
        return authority.name();
    }

    AuthorityStanding standing() {
        return AuthorityStanding.of(authority, now);
    }

    String standingWords() {
        return switch (standing()) {
            case WAITING -> "waiting for proof";
            case NOT_YET_VALID -> "not valid yet";
            case PROVEN -> "proven";
            case ENDED -> "ended";
        };
    }

    /// Whether somebody should see to its successor.
    boolean endsSoon() {
        return standing() != AuthorityStanding.ENDED && authority.ends().isBefore(now.plus(SOON));
    }

    String endsOn() {
        return DAY.format(authority.ends());
    }

    /// Its first and last minute, and how many days are left when they are few.
    String validity() {
        String days = MINUTE.format(authority.begins()) + " to " + MINUTE.format(authority.ends());
        if (standing() == AuthorityStanding.ENDED) {
            return days + ", ended";
        }
        return endsSoon() ? days + ", " + left() : days;
    }

    private String left() {
        long left = Duration.between(now, authority.ends()).toDays();
        return left == 1 ? "1 day left" : left + " days left";
    }

    String enteredAt() {
        return MINUTE.format(authority.createdAt());
    }

    Fingerprint fingerprint() {
        return new Fingerprint(authority.thumbprint());
    }
}
