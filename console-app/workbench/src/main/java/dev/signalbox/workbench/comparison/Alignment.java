// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.comparison;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds which lines of two texts belong together.
final class Alignment {
    /// Beyond this many lines that differ at the ends of what is alike, all between counts as changed: finding out
    /// more would take seconds.
    private static final int MOST_LINES = 12_000;

    private final List<String> left;
    private final List<String> right;
    private final List<LinePair> pairs = new ArrayList<>();
    private final List<String> gone = new ArrayList<>();
    private final List<String> come = new ArrayList<>();
    private int leftAt;
    private int rightAt;

    private Alignment(List<String> left, List<String> right) {
        this.left = left;
        this.right = right;
    }

    static List<LinePair> of(List<String> left, List<String> right) {
        return new Alignment(left, right).pairs();
    }

    private List<LinePair> pairs() {
        int head = alikeAtTheStart();
        int tail = alikeAtTheEnd(head);
        List<String> leftMiddle = left.subList(head, left.size() - tail);
        List<String> rightMiddle = right.subList(head, right.size() - tail);
        alike(head);
        if (leftMiddle.size() + rightMiddle.size() > MOST_LINES) {
            gone.addAll(leftMiddle);
            come.addAll(rightMiddle);
        } else {
            DiffUtils.diff(leftMiddle, rightMiddle, new MyersDiffWithLinearSpace<String>())
                    .getDeltas()
                    .forEach(delta -> upTo(delta, head));
        }
        settle();
        alike(left.size() - leftAt);
        return pairs;
    }

    private int alikeAtTheStart() {
        int most = Math.min(left.size(), right.size());
        int same = 0;
        while (same < most && left.get(same).equals(right.get(same))) {
            same++;
        }
        return same;
    }

    private int alikeAtTheEnd(int head) {
        int most = Math.min(left.size(), right.size()) - head;
        int same = 0;
        while (same < most && left.get(left.size() - 1 - same).equals(right.get(right.size() - 1 - same))) {
            same++;
        }
        return same;
    }

    private void upTo(AbstractDelta<String> delta, int head) {
        Chunk<String> source = delta.getSource();
        int between = head + source.getPosition() - leftAt - gone.size();
        if (between > 0) {
            settle();
            alike(between);
        }
        gone.addAll(source.getLines());
        come.addAll(delta.getTarget().getLines());
    }

    /// What went and what came at one place belongs together.
    private void settle() {
        changed(List.copyOf(gone), List.copyOf(come));
        gone.clear();
        come.clear();
    }

    private void alike(int lines) {
        for (int i = 0; i < lines; i++) {
            pairs.add(LinePair.same(leftAt + 1, rightAt + 1, left.get(leftAt)));
            leftAt++;
            rightAt++;
        }
    }

    private void changed(List<String> was, List<String> is) {
        for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
            Optional<String> before = i < was.size() ? Optional.of(was.get(i)) : Optional.empty();
            Optional<String> after = i < is.size() ? Optional.of(is.get(i)) : Optional.empty();
            pairs.add(Words.pair(
                    before.map(text -> Line.plain(++leftAt, text)), after.map(text -> Line.plain(++rightAt, text))));
        }
    }
}
