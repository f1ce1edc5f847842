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

    private Author before(String text) throws TimeoutException {
        services.put("Draft", "0.1", ServiceState.DRAFT, text, List.of());
        return Author.of("Draft", services, new WordHelp());
    }
}
