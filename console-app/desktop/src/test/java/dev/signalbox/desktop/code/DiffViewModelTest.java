// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.workbench.comparison.Line;
import dev.signalbox.workbench.comparison.Part;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiffViewModelTest {
    private final DiffViewModel model = new DiffViewModel();

    @Test
    void longStretchesThatAreAlikeAreFoldedButForThreeLinesAroundADifference() {
        model.show(List.of(Part.of("Source", lines(1, 20), lines(1, 9) + "\nnew\n" + lines(11, 20))));
        assertThat(drawn()).containsExactly("[Source]", "...6", "7", "8", "9", "10|new", "11", "12", "13", "...7");
    }

    @Test
    void aFoldOpensWhereItStands() {
        model.show(List.of(Part.of("Source", lines(1, 20), lines(1, 19) + "\nnew")));
        model.personUnfolds((DiffRow.Fold) model.rows().get(1));
        assertThat(drawn()).hasSize(21).startsWith("[Source]", "1", "2").endsWith("19", "20|new");
    }

    @Test
    void thePersonGoesFromDifferenceToDifferenceThroughAllParts() {
        model.show(List.of(Part.of("Source", "a\nb\nc", "x\nb\ny"), Part.of("Packages", List.of(), List.of("io"))));
        assertThat(model.words()).isEqualTo("1 of 3 differences");
        assertThat(row()).isEqualTo("a|x");
        model.personGoesOn();
        assertThat(row()).isEqualTo("c|y");
        model.personGoesOn();
        model.personGoesOn();
        assertThat(row()).as("the last").isEqualTo("|io");
        assertThat(model.words()).isEqualTo("3 of 3 differences");
        model.personGoesBack();
        assertThat(row()).isEqualTo("c|y");
    }

    @Test
    void textsAlikeHaveNoDifferences() {
        model.show(List.of(Part.of("Source", "a", "a"), Part.of("Packages", "", "")));
        assertThat(model.words()).isEqualTo("No differences");
        assertThat(model.row()).isEqualTo(-1);
        model.personGoesOn();
        model.personGoesBack();
        assertThat(model.at().get()).isZero();
        assertThat(drawn()).as("what neither side has is not there").containsExactly("[Source]", "a");
    }

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
    }

    private String row() {
        return draw(model.rows().get(model.row()));
    }

    private List<String> drawn() {
        return model.rows().stream().map(DiffViewModelTest::draw).toList();
    }

    private static String draw(DiffRow row) {
        return switch (row) {
            case DiffRow.Title title -> "[" + title.words() + "]";
            case DiffRow.Fold fold -> "..." + fold.lines().size();
            case DiffRow.Pair pair -> {
                String left = pair.lines().left().map(Line::text).orElse("");
                String right = pair.lines().right().map(Line::text).orElse("");
                yield pair.lines().differs() ? left + "|" + right : left;
            }
        };
    }
}
