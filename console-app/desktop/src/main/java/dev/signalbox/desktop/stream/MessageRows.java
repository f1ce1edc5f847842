// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import java.util.Collection;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Messages that are shown, the newest first; no more than can be kept. Used on the FX thread only.
final class MessageRows {
    /// So many at most.
    static final int MOST = 2000;

    private final ObservableList<MessageRow> rows = FXCollections.observableArrayList();

    /// Puts newer ones before them; the oldest give way.
    void addNewer(List<MessageRow> newestFirst) {
        rows.addAll(0, newestFirst.subList(0, Math.min(MOST, newestFirst.size())));
        if (rows.size() > MOST) {
            rows.remove(MOST, rows.size());
        }
    }

    /// Puts older ones behind them, as many as there is room for.
    void addOlder(List<MessageRow> newestFirst) {
        rows.addAll(newestFirst.subList(0, Math.min(room(), newestFirst.size())));
    }

    int room() {
        return MOST - rows.size();
    }

    void show(Collection<MessageRow> newestFirst) {
        rows.setAll(newestFirst);
    }

    ObservableList<MessageRow> all() {
        return rows;
    }
}
