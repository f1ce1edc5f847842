// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartTest {
    @Test
    void linesThatBelongTogetherStandSideBySide() {
        assertThat(drawn("a\nb\nc", "a\nx\nc")).containsExactly("1 a = 1 a", "2 b # 2 x", "3 c = 3 c");
        assertThat(drawn("a\nc", "a\nb\nc")).containsExactly("1 a = 1 a", "- # 2 b", "2 c = 3 c");
        assertThat(drawn("a\nb\nc", "a\nc")).containsExactly("1 a = 1 a", "2 b # -", "3 c = 2 c");
        assertThat(drawn("", "a")).containsExactly("- # 1 a");
        assertThat(drawn("a\na\na", "a\na")).containsExactly("1 a = 1 a", "2 a = 2 a", "3 a # -");
    }

    @Test
    void changedWordsOfALineAreMarkedOnBothSides() {
        LinePair pair = only("    int limit = 80;", "    long limit = 85;");
        assertThat(marked(pair.left())).containsExactly("int", "80");
        assertThat(marked(pair.right())).containsExactly("long", "85");
    }

    @Test
    void aLineThatWasReplacedIsNotMarkedToPieces() {
        LinePair pair = only("    return 5;", "    emit(message.body(), \"hot\")");
        assertThat(pair.differs()).isTrue();
        assertThat(marked(pair.left())).isEmpty();
        assertThat(marked(pair.right())).isEmpty();
    }

    @Test
    void onlyIndentingChangedIsSeen() {
        LinePair pair = only("  x();", "    x();");
        assertThat(marked(pair.right())).containsExactly("    ");
    }

    @Test
    void textsAlikeDoNotDiffer() {
        assertThat(Part.of("Source", "a\nb", "a\nb\n").differs()).isFalse();
        assertThat(Part.of("Source", "", "").lines()).isEmpty();
    }

    /// Whatever differs, both texts can be read off in full and in order, and each line has its number.
    @Test
    void nothingOfEitherSideIsLeftOut() {
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<String> left = lines(random);
            List<String> right = lines(random);
            List<LinePair> pairs = Part.of("x", left, right).lines();
            assertThat(pairs.stream().flatMap(p -> p.left().stream()).map(Line::text))
                    .containsExactlyElementsOf(left);
            assertThat(pairs.stream().flatMap(p -> p.right().stream()).map(Line::text))
                    .containsExactlyElementsOf(right);
            assertThat(pairs.stream().flatMap(p -> p.right().stream()).map(Line::number))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, right.size()).boxed().toList());
            assertThat(pairs)
                    .allMatch(p -> p.differs()
                            != p.left().map(Line::text).equals(p.right().map(Line::text)));
        }
    }

    @Test
    void largeTextsWithNothingInCommonAreOneChange() {
        String left = IntStream.range(0, 30_000).mapToObj(i -> "left " + i).collect(Collectors.joining("\n"));
        String right = IntStream.range(0, 20_000).mapToObj(i -> "right " + i).collect(Collectors.joining("\n"));
        List<LinePair> pairs =
                Part.of("Source", "same\n" + left, "same\n" + right).lines();
        assertThat(pairs).hasSize(30_001);
        assertThat(pairs.getFirst().differs()).isFalse();
        assertThat(pairs.get(20_001).right()).isEmpty();
    }

    private static List<String> lines(Random random) {
        return random.ints(random.nextInt(12), 0, 4)
                .mapToObj(i -> "line " + "abcd".charAt(i))
                .toList();
    }

    private static LinePair only(String left, String right) {
        return Part.of("Source", left, right).lines().getFirst();
    }

    private static List<String> marked(Optional<Line> line) {
        return line.stream()
                .flatMap(one -> one.changed().stream().map(range -> one.text().substring(range.start(), range.end())))
                .toList();
    }

    private static List<String> drawn(String left, String right) {
        return Part.of("Source", left, right).lines().stream()
                .map(pair -> side(pair.left()) + (pair.differs() ? " # " : " = ") + side(pair.right()))
                .toList();
    }

    private static String side(Optional<Line> line) {
        return line.map(one -> one.number() + " " + one.text()).orElse("-");
    }
}
