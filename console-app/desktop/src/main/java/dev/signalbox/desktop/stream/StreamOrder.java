// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// In which order streams stand in the list: the dead letters, the default group, the other groups by name; within a
/// group the first that was made first.
final class StreamOrder {
    private static final String DEFAULT_GROUP = "default";

    private StreamOrder() {}

    /// The lines of the list, each group under its name.
    static List<StreamItem> lines(Collection<StreamRow> rows) {
        List<StreamItem> lines = new ArrayList<>();
        String group = "";
        for (StreamRow row : sorted(rows)) {
            if (!row.isDeadLetters() && !row.group().equals(group)) {
                group = row.group();
                lines.add(new StreamItem.Heading(group));
            }
            lines.add(new StreamItem.Entry(row.number()));
        }
        return lines;
    }

    private static List<StreamRow> sorted(Collection<StreamRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparing((StreamRow row) -> !row.isDeadLetters())
                        .thenComparing(row -> !row.group().equals(DEFAULT_GROUP))
                        .thenComparing(StreamRow::group)
                        .thenComparing(StreamRow::number))
                .toList();
    }
}
