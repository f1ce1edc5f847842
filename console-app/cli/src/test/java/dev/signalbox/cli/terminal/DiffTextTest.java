// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.workbench.comparison.Part;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How differences are printed.
class DiffTextTest {
    @Test
    void whatIsFarFromADifferenceIsLeftOut() {
        List<String> before = List.of("a", "b", "c", "d", "e", "f");
        List<String> after = List.of("a", "b", "c", "d", "e", "g");
        assertThat(print(Part.of("Flow boiler", before, after)))
                .containsExactly("Flow boiler", "  ...", "  c", "  d", "  e", "- f", "+ g");
    }

    @Test
    void whatSomebodyWroteSteersNoTerminal() {
        assertThat(print(Part.of("Flow", List.of(), List.of("x\u001b[2Jy")))).containsExactly("Flow", "+ x?[2Jy");
    }

    private static List<String> print(Part part) {
        var text = new StringWriter();
        DiffText.print(List.of(part), new PrintWriter(text));
        return text.toString().lines().toList();
    }
}
