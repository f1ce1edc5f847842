// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.workbench.comparison.LinePair;
import dev.signalbox.workbench.comparison.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What a comparison shows: its rows, long stretches that are alike folded, and at which difference the person is.
public final class DiffViewModel {
    /// How much is shown around a difference.
    private static final int AROUND = 3;
    /// Fewer lines than this are not worth folding.
    private static final int WORTH = 4;

    private final ObservableList<DiffRow> rows = FXCollections.observableArrayList();
    private final IntegerProperty count = new SimpleIntegerProperty();
    private final IntegerProperty longest = new SimpleIntegerProperty();
    private final IntegerProperty at = new SimpleIntegerProperty();

    /// Shows other texts, from their first difference on.
    public void show(List<Part> parts) {
        var fresh = new ArrayList<DiffRow>();
        parts.stream().filter(part -> !part.lines().isEmpty()).forEach(part -> add(part, fresh));
        rows.setAll(fresh);
        longest.set(parts.stream()
                .flatMap(part -> part.lines().stream())
                .flatMap(pair -> Stream.of(pair.left(), pair.right()))
                .flatMap(Optional::stream)
                .mapToInt(line -> line.text().length())
                .max()
                .orElse(0));
        count.set(starts().size());
        at.set(0);
        at.set(count.get() == 0 ? 0 : 1);
    }

    private static void add(Part part, List<DiffRow> to) {
        to.add(new DiffRow.Title(part.title(), part.differs()));
        List<LinePair> lines = part.lines();
        int from = 0;
        while (from < lines.size()) {
            int end = stretch(lines, from);
            List<LinePair> stretch = lines.subList(from, end);
            if (lines.get(from).differs()) {
                stretch.forEach(pair -> to.add(new DiffRow.Pair(pair)));
            } else {
                alike(stretch, from == 0 ? 0 : AROUND, end == lines.size() ? 0 : AROUND, to);
            }
            from = end;
        }
    }

    private static int stretch(List<LinePair> lines, int from) {
        int end = from;
        while (end < lines.size() && lines.get(end).differs() == lines.get(from).differs()) {
            end++;
        }
        return end;
    }

    private static void alike(List<LinePair> lines, int before, int after, List<DiffRow> to) {
        boolean fold = lines.size() - before - after >= WORTH;
        int foldFrom = fold ? before : lines.size();
        int foldEnd = fold ? lines.size() - after : lines.size();
        lines.subList(0, foldFrom).forEach(pair -> to.add(new DiffRow.Pair(pair)));
        if (fold) {
            to.add(new DiffRow.Fold(List.copyOf(lines.subList(foldFrom, foldEnd))));
        }
        lines.subList(foldEnd, lines.size()).forEach(pair -> to.add(new DiffRow.Pair(pair)));
    }

    void personUnfolds(DiffRow.Fold fold) {
        int place = rows.indexOf(fold);
        if (place >= 0) {
            rows.remove(place);
            rows.addAll(place, fold.lines().stream().map(DiffRow.Pair::new).toList());
        }
    }

    void personGoesOn() {
        at.set(Math.min(count.get(), at.get() + 1));
    }

    void personGoesBack() {
        at.set(Math.max(Math.min(1, count.get()), at.get() - 1));
    }

    /// The row at which the current difference begins; -1 when there is none.
    int row() {
        List<Integer> starts = starts();
        return at.get() == 0 || starts.isEmpty() ? -1 : starts.get(at.get() - 1);
    }

    private List<Integer> starts() {
        var starts = new ArrayList<Integer>();
        boolean inside = false;
        for (int i = 0; i < rows.size(); i++) {
            boolean differs =
                    rows.get(i) instanceof DiffRow.Pair pair && pair.lines().differs();
            if (differs && !inside) {
                starts.add(i);
            }
            inside = differs;
        }
        return starts;
    }

    /// Where the person is, in words.
    String words() {
        return switch (count.get()) {
            case 0 -> "No differences";
            case 1 -> "1 difference";
            default -> at.get() + " of " + count.get() + " differences";
        };
    }

    ObservableList<DiffRow> rows() {
        return rows;
    }

    /// Which difference is looked at, from 1; 0 when there is none.
    ReadOnlyIntegerProperty at() {
        return at;
    }

    /// How many characters the longest line has.
    ReadOnlyIntegerProperty longest() {
        return longest;
    }

    ReadOnlyIntegerProperty count() {
        return count;
    }
}
