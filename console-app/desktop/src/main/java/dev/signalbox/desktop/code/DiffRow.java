// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.workbench.comparison.LinePair;
import java.util.List;

/// One row of a comparison on the screen.
sealed interface DiffRow {
    /// Stands above a part.
    record Title(String words, boolean differs) implements DiffRow {}

    /// A line of either side.
    record Pair(LinePair lines) implements DiffRow {}

    /// Lines that are alike, folded away until the person asks for them.
    record Fold(List<LinePair> lines) implements DiffRow {}
}
