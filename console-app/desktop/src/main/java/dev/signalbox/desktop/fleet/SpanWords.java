// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import java.time.Duration;

/// A span of time in its two largest units.
final class SpanWords {
    private SpanWords() {}

    static String of(Duration span) {
        if (span.toDays() > 0) {
            return span.toDays() + " d " + span.toHoursPart() + " h";
        }
        if (span.toHours() > 0) {
            return span.toHours() + " h " + span.toMinutesPart() + " min";
        }
        return span.toMinutes() > 0
                ? span.toMinutes() + " min " + span.toSecondsPart() + " s"
                : span.toSeconds() + " s";
    }
}
