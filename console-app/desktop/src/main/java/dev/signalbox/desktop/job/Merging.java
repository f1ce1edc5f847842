// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.collections.ObservableList;

/// Brings a list up to date so that a table over it keeps its place.
final class Merging {
    private Merging() {}

    /// Replaces only the rows that differ, if they are the same things in the same order.
    static <T> void into(ObservableList<T> rows, List<T> now, Function<T, String> id) {
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
}
