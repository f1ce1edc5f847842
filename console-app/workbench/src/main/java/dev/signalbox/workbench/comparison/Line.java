// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.comparison;

import java.util.List;

/// A line of one side.
///
/// @param number from 1
/// @param changed which characters of it the other side does not have, in order
public record Line(int number, String text, List<Range> changed) {
    public Line {
        changed = List.copyOf(changed);
    }

    static Line plain(int number, String text) {
        return new Line(number, text, List.of());
    }

    /// Characters of a line.
    ///
    /// @param end one beyond the last
    public record Range(int start, int end) {}
}
