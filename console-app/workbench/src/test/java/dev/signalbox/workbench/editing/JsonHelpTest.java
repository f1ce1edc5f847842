// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonHelpTest {
    private final JsonHelp help = new JsonHelp(true);

    @Test
    void goodObjectsHaveNoComplaint() {
        assertThat(help.complaint("{}")).isEmpty();
        assertThat(help.complaint("{\n  \"a\": [1, {\"b\": null}]\n}\n")).isEmpty();
        assertThat(new JsonHelp(false).complaint("")).isEmpty();
        assertThat(new JsonHelp(false).complaint("5")).isEmpty();
    }

    @Test
    void theFirstWrongPlaceIsNamedWithLineAndColumn() {
        assertPlace("{\n  \"a\": 1\n  \"b\": 2\n}", 3, 3, "comma");
        assertPlace("{\n  a: 1\n}", 2, 3, "double quotes");
        assertPlace("{\"a\": yes}", 1, 7, "yes");
        assertPlace("{\"a\" 1}", 1, 6, "colon");
        assertPlace("{\"a\": 1,}", 1, 9, "");
        assertPlace("{\"a\": 1", 1, 8, "too early");
        assertPlace("{} {}", 1, 4, "nothing may follow");
        assertPlace("{\"a\": 1, \"a\": 2}", 1, 13, "twice");
        assertPlace("", 1, 1, "{}");
        assertPlace("[1]", 1, 1, "object");
    }

    @Test
    void aMarkLiesWithinTheText() {
        for (String text : new String[] {"", "{", "{\n", "\n\n", "{\"a\":\"x\ny\"}", "[".repeat(2000)}) {
            Optional<Mark> mark = help.complaint(text);
            assertThat(mark).as(text).isPresent();
            assertThat(mark.get().start()).isBetween(0, Math.max(0, text.length() - 1));
            assertThat(mark.get().end()).isBetween(mark.get().start(), text.length());
        }
    }

    @Test
    void namesTextsNumbersAndWordsHaveColours() {
        assertThat(help.highlight("x.json", "{\"a\": \"b\", \"c\": -1.5e3, \"d\": true}"))
                .extracting(Token::kind)
                .containsExactly(
                        Token.Kind.METHOD,
                        Token.Kind.STRING,
                        Token.Kind.METHOD,
                        Token.Kind.NUMBER,
                        Token.Kind.METHOD,
                        Token.Kind.KEYWORD);
    }

    private void assertPlace(String text, int line, int column, String words) {
        Mark mark = help.complaint(text).orElseThrow();
        assertThat(mark.message()).as(text).contains(words);
        assertThat(mark.line()).as(text + ": " + mark).isEqualTo(line);
        assertThat(mark.column()).as(text + ": " + mark).isEqualTo(column);
    }

    @Test
    void formattingLeavesOneMemberALine() {
        var help = new JsonHelp(false);
        String text = "{\"a\":1,  \"b\":[1,2]}";

        assertThat(help.format("text.json", text))
                .hasValueSatisfying(edits ->
                        assertThat(LineEditsTest.made(text, edits)).isEqualTo("{\n  \"a\": 1,\n  \"b\": [1, 2]\n}"));
        assertThat(help.format("text.json", "{\"a\":}")).isEmpty();
        assertThat(help.format("text.json", " ")).isEmpty();
    }
}
