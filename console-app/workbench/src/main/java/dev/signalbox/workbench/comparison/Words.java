// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.comparison;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import dev.signalbox.workbench.comparison.Line.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds which words of two lines differ. Lines that have next to nothing in common stay unmarked: they were not
/// changed but replaced.
final class Words {
    private static final Pattern WORD = Pattern.compile("\\w+|\\s+|.");
    private static final int LONGEST = 1_000;
    private static final double IN_COMMON = 0.3;

    private Words() {}

    static LinePair pair(Optional<Line> left, Optional<Line> right) {
        if (left.isEmpty() || right.isEmpty() || tooLong(left.get()) || tooLong(right.get())) {
            return new LinePair(left, right, true);
        }
        return compared(left.get(), right.get());
    }

    private static boolean tooLong(Line line) {
        return line.text().length() > LONGEST;
    }

    private static LinePair compared(Line left, Line right) {
        List<String> was = words(left.text());
        List<String> is = words(right.text());
        List<AbstractDelta<String>> deltas = DiffUtils.diff(was, is).getDeltas();
        List<Range> gone = ranges(was, deltas, AbstractDelta::getSource);
        List<Range> come = ranges(is, deltas, AbstractDelta::getTarget);
        boolean replaced = alike(left.text(), gone) < IN_COMMON && alike(right.text(), come) < IN_COMMON;
        return replaced
                ? new LinePair(Optional.of(left), Optional.of(right), true)
                : new LinePair(Optional.of(marked(left, gone)), Optional.of(marked(right, come)), true);
    }

    private static List<String> words(String line) {
        return WORD.matcher(line).results().map(MatchResult::group).toList();
    }

    private static Line marked(Line line, List<Range> changed) {
        return new Line(line.number(), line.text(), changed);
    }

    private static List<Range> ranges(
            List<String> words,
            List<AbstractDelta<String>> deltas,
            Function<AbstractDelta<String>, Chunk<String>> side) {
        var found = new ArrayList<Range>();
        for (AbstractDelta<String> delta : deltas) {
            Chunk<String> chunk = side.apply(delta);
            int start = length(words.subList(0, chunk.getPosition()));
            int end = start + length(chunk.getLines());
            if (end > start) {
                found.add(new Range(start, end));
            }
        }
        return found;
    }

    private static int length(List<String> words) {
        return words.stream().mapToInt(String::length).sum();
    }

    /// How much of what can be seen of a line is on the other side too, 0 to 1.
    private static double alike(String line, List<Range> changed) {
        var rest = new StringBuilder(line);
        changed.reversed().forEach(range -> rest.delete(range.start(), range.end()));
        int all = line.strip().length();
        return all == 0 ? 1 : (double) rest.toString().strip().length() / all;
    }
}
