// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.journal;

import dev.signalbox.protocol.report.Problem;
import java.nio.file.Path;

/// What can go wrong with what was typed before.
final class JournalProblems {
    private JournalProblems() {}

    static Problem spoiled(JournalKey key, Path aside) {
        return new Problem(
                "journal.spoiled",
                "What you had typed in " + key.words() + " before the console ended cannot be read.",
                "It is shown as the hub has it. What is left of yours is in " + aside + ".");
    }

    static Problem gone(JournalKey key, Path aside) {
        return new Problem(
                "journal.place-gone",
                key.words() + " is not at the hub any more, and you had typed in it before the console ended.",
                "What you had typed is in " + aside + ".");
    }

    static Problem nothingKept() {
        return new Problem("journal.empty", "Nothing was written down.", "Nothing needs to be done.");
    }
}
