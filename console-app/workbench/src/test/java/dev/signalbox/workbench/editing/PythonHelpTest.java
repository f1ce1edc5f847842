// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonHelpTest {
    private final SourceHelp help = SourceHelp.create();

    @Test
    void whatPythonDoesNotUnderstandIsMarkedWhereItIs() {
        List<Mark> marks = help.check("Pump.py", "x = 1\nif x = 2:\n    pass\n");
        assertThat(marks).hasSize(1);
        assertThat(marks.getFirst().severity()).isEqualTo(Severity.ERROR);
        assertThat(marks.getFirst().line()).isEqualTo(2);
        assertThat(marks.getFirst().message()).startsWith("Invalid syntax");
        assertThat(marks.getFirst().end()).isGreaterThan(marks.getFirst().start());
    }

    @Test
    void nothingOfItIsRun(@TempDir Path folder) {
        Path touched = folder.resolve("touched");
        String source = "open(r'" + touched + "', 'w').close()\nwhile True: pass\n";
        assertThat(help.check("Pump.py", source)).isEmpty();
        assertThat(touched).doesNotExist();
    }

    @Test
    void oddTextsAreAnsweredToo() {
        assertThat(help.check("Pump.py", "")).isEmpty();
        assertThat(help.check("Pump.py", "x = 1\u0000")).hasSize(1);
        assertThat(help.check("Pump.py", "(".repeat(5_000))).hasSize(1);
        assertThat(help.check("Pump.py", "# \u00fc\ud83d\ude00\n" + "x = '\u00fc'\n"))
                .isEmpty();
        assertThat(help.check("Pump.py", "#".repeat((1 << 20) + 1)))
                .extracting(Mark::severity)
                .containsExactly(Severity.WARNING);
    }

    @Test
    void withoutAnInterpreterThereIsAWarningWithARemedy(@TempDir Path folder) throws Exception {
        for (String none : List.of(
                "no-such-python", Files.createFile(folder.resolve("odd")).toString())) {
            var without = new PythonHelp(new PythonCheck(List.of(none)));
            List<Mark> marks = without.check("Pump.py", "if x = 2:");
            assertThat(marks).extracting(Mark::severity).containsExactly(Severity.WARNING);
            assertThat(marks.getFirst().message()).contains("Install it, or name it with SIGNALBOX_PYTHON");
        }
    }

    @Test
    void itsColoursFollowTheLanguage() {
        String source = """
                @once
                class Pump(CustomService):  # it pumps
                    async def Start(self):
                        text = f"a {1} # no comment" + 'open
                        n = 0x1F + match.end
                        ""\"long
                        def not_code""\"
                """;
        assertThat(help.highlight("Pump.py", source).stream()
                        .map(token -> token.kind() + " " + source.substring(token.start(), token.end())))
                .containsExactly(
                        "ANNOTATION @once",
                        "KEYWORD class",
                        "TYPE Pump",
                        "COMMENT # it pumps",
                        "KEYWORD async",
                        "KEYWORD def",
                        "METHOD Start",
                        "STRING f\"a {1} # no comment\"",
                        "STRING 'open",
                        "NUMBER 0x1F",
                        "STRING \"\"\"long\n        def not_code\"\"\"");
    }

    @Test
    void coloursOfAnyTextStayInside() {
        for (String text : List.of("\"\"\"", "'", "\\", "'\\", "r'", "@", "rb\"x\\", "\"\"\"a\\")) {
            assertThat(help.highlight("Pump.py", text))
                    .allSatisfy(token -> assertThat(token.end()).isBetween(token.start() + 1, text.length()));
        }
    }
}
