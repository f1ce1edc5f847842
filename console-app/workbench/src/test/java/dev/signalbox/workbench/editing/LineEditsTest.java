// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineEditsTest {
    private static final String LETTERS = "ab \n\n";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void makingThemGivesTheOtherText(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            String before = text(random);
            String after = text(random);

            assertThat(made(before, LineEdits.between(before, after)))
                    .as("%s to %s", before, after)
                    .isEqualTo(after);
        }
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(40), 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    @Test
    void anIndentIsAChangeOfItsLineAlone() {
        assertThat(LineEdits.between("a {\nb;\n  c;\n}\n", "a {\n    b;\n    c;\n}\n"))
                .containsExactly(new Edit(4, 4, "    "), new Edit(6, 9, "\n    "));
    }

    @Test
    void wordsThatMoveToAnotherLineStay() {
        assertThat(LineEdits.between("a {b; c;}\n", "a {\n  b;\n  c;\n}\n"))
                .containsExactly(new Edit(3, 3, "\n  "), new Edit(5, 6, "\n  "), new Edit(8, 8, "\n"));
    }

    @Test
    void theSameTextNeedsNone() {
        assertThat(LineEdits.between("a\nb\n", "a\nb\n")).isEmpty();
    }

    static String made(String text, List<Edit> edits) {
        String now = text;
        for (Edit edit : edits.reversed()) {
            now = now.substring(0, edit.start()) + edit.text() + now.substring(edit.end());
        }
        return now;
    }
}
