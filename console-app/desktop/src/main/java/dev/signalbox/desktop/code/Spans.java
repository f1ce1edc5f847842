// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.workbench.editing.Mark;
import dev.signalbox.workbench.editing.Severity;
import dev.signalbox.workbench.editing.Token;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// Tokens, marks and what was found as the style classes the editor draws, each over the one before.
final class Spans {
    private Spans() {}

    static StyleSpans<Collection<String>> of(List<Token> tokens, List<Mark> marks, int length) {
        StyleSpans<Collection<String>> spans = tokens(tokens, length);
        return marks.isEmpty() ? spans : spans.overlay(marks(marks, length), Spans::both);
    }

    /// The same with all that was found, in the order of the text, marked once.
    static StyleSpans<Collection<String>> with(StyleSpans<Collection<String>> spans, List<Match> found, int length) {
        Stream<Styled> places = found.stream().map(match -> new Styled(match.start(), match.end(), "found"));
        return spans.overlay(styled(places.toList(), length), Spans::both);
    }

    private static StyleSpans<Collection<String>> tokens(List<Token> tokens, int length) {
        Stream<Styled> places = tokens.stream().map(token -> new Styled(token.start(), token.end(), style(token)));
        return styled(places.toList(), length);
    }

    private record Styled(int start, int end, String style) {}

    /// Places in the order of the text; what lies over another, or beyond the end, is left out.
    private static StyleSpans<Collection<String>> styled(List<Styled> places, int length) {
        var builder = new StyleSpansBuilder<Collection<String>>();
        int at = 0;
        for (Styled place : places) {
            if (place.start() >= at && place.end() <= length && place.end() > place.start()) {
                builder.add(List.of(), place.start() - at);
                builder.add(List.of(place.style()), place.end() - place.start());
                at = place.end();
            }
        }
        builder.add(List.of(), length - at);
        return builder.create();
    }

    /// All in one, as each overlay goes over the whole text.
    private static StyleSpans<Collection<String>> marks(List<Mark> marks, int length) {
        List<Styled> places = marks.stream().map(mark -> place(mark, length)).toList();
        int[] edges = places.stream()
                .flatMapToInt(place -> IntStream.of(place.start(), place.end()))
                .sorted()
                .distinct()
                .toArray();
        var builder = new StyleSpansBuilder<Collection<String>>();
        int at = 0;
        for (int edge : edges) {
            int from = at;
            builder.add(
                    places.stream()
                            .filter(place -> place.start() <= from && place.end() > from)
                            .map(Styled::style)
                            .distinct()
                            .toList(),
                    edge - at);
            at = edge;
        }
        return builder.add(List.of(), length - at).create();
    }

    private static Styled place(Mark mark, int length) {
        int start = Math.clamp(mark.start(), 0, Math.max(0, length - 1));
        int end = Math.clamp(Math.max(mark.end(), start + 1L), start, length);
        return new Styled(start, end, mark.severity() == Severity.ERROR ? "mark-error" : "mark-warning");
    }

    private static Collection<String> both(Collection<String> one, Collection<String> other) {
        if (other.isEmpty()) {
            return one;
        }
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }

    private static String style(Token token) {
        return "token-" + token.kind().name().toLowerCase(Locale.ROOT);
    }
}
