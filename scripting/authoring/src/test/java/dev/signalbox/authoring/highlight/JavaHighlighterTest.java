// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavaHighlighterTest {
    @Test
    void wordsAreKnownByTheirLook() {
        assertThat(kinds("@Override public void start() { int x = 0x1F; // why"))
                .containsExactly(
                        "ANNOTATION @Override",
                        "KEYWORD public",
                        "KEYWORD void",
                        "METHOD start",
                        "KEYWORD int",
                        "NUMBER 0x1F",
                        "COMMENT // why");
    }

    @Test
    void quotesKeepTheirEscapes() {
        assertThat(kinds("String s = \"a\\\"b\";")).containsExactly("TYPE String", "STRING \"a\\\"b\"");
    }

    @Test
    void whatIsLeftOpenEndsWithTheLineOrTheText() {
        assertThat(kinds("\"open\nint")).containsExactly("STRING \"open", "KEYWORD int");
        assertThat(kinds("/* open")).containsExactly("COMMENT /* open");
    }

    private static List<String> kinds(String source) {
        return JavaHighlighter.tokens(source).stream()
                .map(token -> token.kind() + " " + source.substring(token.start(), token.end()))
                .toList();
    }
}
