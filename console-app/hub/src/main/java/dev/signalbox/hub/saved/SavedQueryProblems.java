// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.saved;

import dev.signalbox.protocol.report.Problem;

/// What can be wrong with a query that is to be kept.
final class SavedQueryProblems {
    private SavedQueryProblems() {}

    static Problem badName() {
        return new Problem(
                "query.name-refused", "A saved query's name is 1 to 64 printable characters.", "Choose such a name.");
    }

    static Problem badText(int longest) {
        return new Problem(
                "query.text-refused",
                "A saved query has 1 to " + longest + " characters.",
                "Write one, or make it shorter.");
    }

    static Problem tooMany(int most) {
        return new Problem(
                "query.too-many", "There are " + most + " saved queries already.", "Delete one that nobody needs.");
    }

    static Problem notKnown(String name) {
        return new Problem("query.not-known", "There is no saved query called \"" + name + "\".", "Look at the list.");
    }
}
