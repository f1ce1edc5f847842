// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import java.util.List;

/// A way to mend what is marked.
///
/// @param title what it does, as an order
/// @param edits changes to the text as it was asked about, none over another
public record Fix(String title, List<Edit> edits) {
    public Fix {
        edits = List.copyOf(edits);
    }
}
