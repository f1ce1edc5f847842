// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.collections.ObservableList;

/// Brings a list up to date so that a table over it keeps its place.
public final class Merging {
    private Merging() {}

    /// Replaces only the rows that differ, if they are the same things in the same order.
    public static <T> void into(ObservableList<T> rows, List<T> now, Function<T, String> id) {
        boolean same =
                rows.stream().map(id).toList().equals(now.stream().map(id).toList());
        if (!same) {
            rows.setAll(now);
            return;
        }
        IntStream.range(0, now.size())
                .filter(at -> !rows.get(at).equals(now.get(at)))
                .forEach(at -> rows.set(at, now.get(at)));
    }

    /// Adds, removes and replaces only the rows that differ. Both are in the order of the ids.
    public static <T> void sortedInto(ObservableList<T> rows, Collection<T> now, Function<T, String> id) {
        if (rows.isEmpty()) {
            rows.setAll(now);
        }
        int at = 0;
        for (T row : now) {
            while (at < rows.size() && id.apply(rows.get(at)).compareTo(id.apply(row)) < 0) {
                rows.remove(at);
            }
            if (at == rows.size() || !id.apply(rows.get(at)).equals(id.apply(row))) {
                rows.add(at, row);
            } else if (!rows.get(at).equals(row)) {
                rows.set(at, row);
            }
            at++;
        }
        rows.remove(at, rows.size());
    }
}
