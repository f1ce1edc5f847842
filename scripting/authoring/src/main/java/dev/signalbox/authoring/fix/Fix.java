// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.fix;

import dev.signalbox.authoring.text.Edit;
import java.util.List;

/// A way to mend something.
///
/// @param title what it does, as an order
/// @param edits changes to the text as it is, none over another
public record Fix(String title, List<Edit> edits) {
    public Fix {
        edits = List.copyOf(edits);
    }

    static Fix of(String title, Edit edit) {
        return new Fix(title, List.of(edit));
    }

    /// The text with all of them made.
    public String in(String text) {
        String mended = text;
        for (Edit edit : edits.stream()
                .sorted((one, other) -> Integer.compare(other.start(), one.start()))
                .toList()) {
            mended = edit.in(mended);
        }
        return mended;
    }
}
