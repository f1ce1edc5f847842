// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import java.util.Locale;

/// Which dead letters are meant: those that are selected, or all of a reason.
///
/// @param reason empty for the selected ones
/// @param more whether there are more than were counted
record Which(String reason, long letters, boolean more) {
    static Which selected(int many) {
        return new Which("", many, false);
    }

    boolean isSelection() {
        return reason.isEmpty();
    }

    /// How many, in words.
    String many() {
        return String.format(Locale.ROOT, "%s%,d", more ? "at least " : "", letters);
    }

    String lettersWords() {
        return many() + (letters == 1 && !more ? " dead letter" : " dead letters");
    }

    @Override
    public String toString() {
        return isSelection() ? "Selected (" + many() + ")" : "All " + reason + " (" + many() + ")";
    }
}
