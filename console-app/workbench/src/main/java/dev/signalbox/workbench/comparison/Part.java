// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.comparison;

import java.util.List;

/// One text of several that are compared together, such as a source or a list of properties.
///
/// @param title what a person reads above it
public record Part(String title, List<LinePair> lines) {
    public Part {
        lines = List.copyOf(lines);
    }

    /// Holds two texts against each other.
    public static Part of(String title, String left, String right) {
        return of(title, left.lines().toList(), right.lines().toList());
    }

    /// Holds two lists against each other, an entry a line.
    public static Part of(String title, List<String> left, List<String> right) {
        return new Part(title, Alignment.of(left, right));
    }

    /// Whether anything differs in it.
    public boolean differs() {
        return lines.stream().anyMatch(LinePair::differs);
    }
}
