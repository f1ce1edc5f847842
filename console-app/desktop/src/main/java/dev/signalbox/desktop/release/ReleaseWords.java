// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.release;

import dev.signalbox.operator.release.Proposal;
import dev.signalbox.operator.release.ReleaseSummary;
import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.release.ReleaseManifest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Releases in words.
final class ReleaseWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm'Z'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private ReleaseWords() {}

    /// In UTC, as all times of the console.
    static String time(Instant time) {
        return TIME.format(time);
    }

    /// @param number 0 for what was there before the first
    static String name(long number) {
        return number == 0 ? "Nothing yet" : "Release " + number;
    }

    /// Who made it, and why, if that was said.
    static String about(ReleaseSummary release) {
        String who = "by " + release.createdBy() + ", " + time(release.createdAt());
        return release.note().isBlank() ? who : release.note() + " — " + who;
    }

    static String waiting(Proposal proposal) {
        return "Release " + proposal.number() + " of " + proposal.madeBy() + " waits for approval";
    }

    /// Who signed it, and why it was made, if that was said.
    static String signed(Proposal proposal) {
        String signed = proposal.signed().size() + " of " + proposal.needed() + " signed: "
                + String.join(", ", proposal.signed());
        String why = Json.read(Dsse.payload(proposal.envelope()), ReleaseManifest.class)
                .note();
        return why.isBlank() ? signed : signed + " — " + why;
    }

    /// What the one who made it is told.
    static String proposed(Proposal proposal) {
        int more = proposal.needed() - proposal.signed().size();
        return "Release " + proposal.number() + " is signed by you. It waits on the page Releases until "
                + (more == 1 ? "another operator has" : more + " other operators have") + " signed it, too.";
    }
}
