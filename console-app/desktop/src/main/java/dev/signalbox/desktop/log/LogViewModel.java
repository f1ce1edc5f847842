// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.log;

import dev.signalbox.operator.live.LogEvent;
import java.util.StringJoiner;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// What one view of the log knows: which lines it shows, where its reader is, and whether it follows the newest.
///
/// New lines are tested once, as they come; only a new filter looks at all of them again.
final class LogViewModel {
    private final LogStore store;
    private final LogMatches matches;
    private final ObjectProperty<LogFilter> filter = new SimpleObjectProperty<>(LogFilter.ALL);
    private final ObjectProperty<LogSelection> selection = new SimpleObjectProperty<>(LogSelection.NONE);
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyLongWrapper unseen = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private int rows = 1;
    private long top;
    private long seenUpTo;

    LogViewModel(LogStore store) {
        this.store = store;
        matches = new LogMatches(store.lines());
        matches.rescan(LogFilter.ALL);
        store.watch(this::linesCame);
        filter.subscribe(this::filterChanged);
    }

    private void linesCame() {
        matches.catchUp(filter.get());
        place(following.get() ? matches.end() : top);
    }

    private void filterChanged(LogFilter now) {
        matches.rescan(now);
        selection.set(LogSelection.NONE);
        following.set(true);
        place(matches.end());
    }

    void viewSized(int visibleRows) {
        rows = Math.max(1, visibleRows);
        place(following.get() ? matches.end() : top);
    }

    /// Scrolling back stops following; scrolling to the end starts it again.
    void readerScrolledTo(long place) {
        following.set(place >= lastTop());
        place(place);
    }

    void readerScrolledBy(long lines) {
        readerScrolledTo(top + lines);
    }

    void readerPaused() {
        following.set(false);
        place(top);
    }

    void readerJumpedToNewest() {
        following.set(true);
        place(matches.end());
    }

    void readerMarked(long place) {
        select(new LogSelection(place, place));
    }

    void readerMarkedUpTo(long place) {
        select(selection.get().upTo(place));
    }

    void readerMarkedAll() {
        if (matches.size() > 0) {
            select(new LogSelection(matches.first(), matches.end() - 1));
        }
    }

    private void select(LogSelection marked) {
        selection.set(marked);
        place(top);
    }

    /// The marked lines as text, empty when none is marked.
    String copied() {
        var text = new StringJoiner("\n");
        LogSelection marked = selection.get();
        if (!marked.isEmpty()) {
            long last = Math.min(marked.to(), matches.end() - 1);
            for (long place = Math.max(marked.from(), matches.first()); place <= last; place++) {
                text.add(LogText.whole(matches.at(place)));
            }
        }
        return text.toString();
    }

    /// Moves the view so that the place is on top, as far as there are lines, and has it drawn again.
    private void place(long wanted) {
        top = Math.clamp(wanted, matches.first(), lastTop());
        seenUpTo = following.get() ? matches.end() : Math.max(seenUpTo, Math.min(top + rows, matches.end()));
        unseen.set(following.get() ? 0 : matches.end() - Math.max(seenUpTo, matches.first()));
        revision.set(revision.get() + 1);
    }

    private long lastTop() {
        return Math.max(matches.first(), matches.end() - rows);
    }

    long top() {
        return top;
    }

    int rows() {
        return rows;
    }

    long first() {
        return matches.first();
    }

    long end() {
        return matches.end();
    }

    LogEvent at(long place) {
        return matches.at(place);
    }

    /// How many lines there are, shown or not.
    long total() {
        return store.lines().size();
    }

    ObjectProperty<LogFilter> filter() {
        return filter;
    }

    ObjectProperty<LogSelection> selection() {
        return selection;
    }

    ReadOnlyBooleanProperty following() {
        return following.getReadOnlyProperty();
    }

    /// Lines that came in below what the reader has seen.
    ReadOnlyLongProperty unseen() {
        return unseen.getReadOnlyProperty();
    }

    /// Changes whenever the view has something else to show.
    ReadOnlyLongProperty revision() {
        return revision.getReadOnlyProperty();
    }
}
