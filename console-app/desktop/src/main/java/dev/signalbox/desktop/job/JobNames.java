// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;

/// Names for jobs that nobody named.
final class JobNames {
    private static final int LONGEST = 64;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MMdd-HHmmss").withZone(ZoneOffset.UTC);

    private JobNames() {}

    /// Such as `restart-0131-080000`.
    static String of(String what, Instant now) {
        String words = what.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
        String start = words.isEmpty() ? "job" : words;
        return start.substring(0, Math.min(start.length(), 32)) + "-" + TIME.format(now);
    }

    /// Such as `restart-0131-080000-again-2`, one that is not taken.
    static String rerun(String id, Collection<String> taken) {
        String start = id.replaceFirst("-again(-\\d+)?$", "") + "-again";
        String first = start.substring(Math.max(0, start.length() - (LONGEST - 5)));
        String name = first;
        for (int next = 2; taken.contains(name); next++) {
            name = first + "-" + next;
        }
        return name;
    }
}
