// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.desks.WordHelp;
import dev.signalbox.operator.service.ServiceState;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// How far in the lines stand while they are typed.
class IndentingWindowTest {
    private final ServicesInMemory services = new ServicesInMemory();

    @Test
    void aBlockIsTypedWithoutABlankByHand() throws TimeoutException {
        Author author = before("");
        author.person()
                .types("class A {")
                .presses(KeyCode.ENTER)
                .types("void a() {")
                .presses(KeyCode.ENTER);
        author.person()
                .types("b(1);")
                .presses(KeyCode.ENTER)
                .types("}")
                .presses(KeyCode.ENTER)
                .types("}");
        assertThat(author.text()).isEqualTo("class A {\n    void a() {\n        b(1);\n    }\n}");
        assertThat(author.person().words("#status-place")).isEqualTo("Line 5, column 2");
    }

    @Test
    void aBracketBehindWordsStaysWhereItIs() throws TimeoutException {
        Author author = before("    b(");
        author.with(area -> area.moveTo(area.getLength()));
        author.person().types("}");
        assertThat(author.text()).isEqualTo("    b(}");
    }

    @Test
    void theChosenLinesGoInAndOutAndNothingIsLost() throws TimeoutException {
        String text = "class A {\n  int a;\n\n  int b;\n}\n";
        Author author = before(text);
        author.with(area -> area.selectRange(text.indexOf("int a"), text.indexOf("int b")));
        author.person().presses(KeyCode.TAB);
        assertThat(author.text()).isEqualTo("class A {\n      int a;\n\n      int b;\n}\n");
        author.person().presses(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(author.text()).isEqualTo(text);
        author.person().presses(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(author.text()).as("as far as there are blanks").isEqualTo("class A {\nint a;\n\nint b;\n}\n");
        author.person().presses(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(author.text()).isEqualTo(text);
        author.person().presses(KeyCode.SHORTCUT, KeyCode.A).presses(KeyCode.TAB);
        assertThat(author.text()).contains("    class A {", "    }");
    }

    private Author before(String text) throws TimeoutException {
        services.put("Draft", "0.1", ServiceState.DRAFT, text, List.of());
        return Author.of("Draft", services, new WordHelp());
    }
}
