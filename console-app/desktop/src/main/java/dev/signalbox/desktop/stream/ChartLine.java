// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import java.util.List;
import java.util.Locale;

/// What one device sent in one field.
///
/// @param slot which of the colours it has, from 0
/// @param points in their order; at least one
record ChartLine(String device, int slot, List<Point> points) {
    ChartLine {
        points = List.copyOf(points);
    }

    /// @param at in milliseconds since 1970
    record Point(long at, double value) {}

    /// The newest value.
    String last() {
        double value = points.getLast().value();
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
