// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.workbench.editing.Token;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairTest {
    private static final String TEXT = "f(a[1], \")\", (b)) }";

    private static final List<Token> STRING = List.of(new Token(8, 11, Token.Kind.STRING));

    @Test
    void aBracketBelongsToTheNextThatIsNotAnothers() {
        assertThat(Pair.at(TEXT, 2, STRING)).contains(new Pair(1, 16));
        assertThat(Pair.at(TEXT, 17, STRING)).contains(new Pair(1, 16));
        assertThat(Pair.at(TEXT, 16, STRING)).as("the one before the caret").contains(new Pair(13, 15));
        assertThat(Pair.at(TEXT, 3, STRING)).as("the one behind it").contains(new Pair(3, 5));
    }

    @Test
    void whatIsInAStringCountsOnlyThere() {
        assertThat(Pair.at(TEXT, 10, STRING)).isEmpty();
        assertThat(Pair.at(TEXT, 2, List.of())).as("without colours yet").contains(new Pair(1, 9));
    }

    @Test
    void oneAloneHasNone() {
        assertThat(Pair.at(TEXT, TEXT.length(), STRING)).isEmpty();
        assertThat(Pair.at("", 0, List.of())).isEmpty();
        assertThat(Pair.at("(", 1, List.of())).isEmpty();
        assertThat(Pair.at("ab", 1, List.of())).isEmpty();
    }
}
