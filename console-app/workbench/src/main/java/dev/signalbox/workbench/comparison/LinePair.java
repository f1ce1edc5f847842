// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.comparison;

import java.util.Optional;

/// Two lines side by side that belong together; one of them is missing where the other side has nothing to match.
public record LinePair(Optional<Line> left, Optional<Line> right, boolean differs) {
    static LinePair same(int left, int right, String text) {
        return new LinePair(Optional.of(Line.plain(left, text)), Optional.of(Line.plain(right, text)), false);
    }
}
