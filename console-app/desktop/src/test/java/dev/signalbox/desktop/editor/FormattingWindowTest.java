// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.workbench.editing.SourceHelp;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Formatting with the keys a person uses.
class FormattingWindowTest {
    private static final String UNTIDY = """
            public class Pump extends CustomService {
            @Override public void start( ) {
              submitMessage( 1 );
            }}
            """;

    private static final String TIDY = """
            public class Pump extends CustomService {
                @Override
                public void start() {
                    submitMessage(1);
                }
            }
            """;

    private static final String BROKEN = """
            public class Pump extends CustomService {
              void start( { }
            }
            """;

    private final ServicesInMemory services = new ServicesInMemory();
    private final SourceHelp help = SourceHelp.create();

    @AfterEach
    void close() {
        help.close();
    }

    @Test
    void theCaretStaysWithItsWordAndOneUndoTakesItBack() throws TimeoutException {
        Author author = at(UNTIDY, "submit");
        Person person = author.person();
        person.presses(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.F);
        person.awaits(() -> author.text().equals(TIDY));
        assertThat(author.text().substring(author.caret())).startsWith("submitMessage(1)");
        person.awaits(() -> saved().equals(TIDY));
        person.presses(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(author.text()).isEqualTo(UNTIDY);
    }

    @Test
    void whatIsLaidOutIsSavedAlsoWithTheCaretAtTheEndOfIt() throws TimeoutException {
        Author author = at(TIDY.replace("\n    }\n}\n", "\n        }\n        }"), "submit");
        Person person = author.person();
        author.with(area -> area.moveTo(area.getLength()));
        person.presses(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.F);
        person.awaits(() -> author.text().equals(TIDY));
        person.awaits(() -> saved().equals(TIDY));
    }

    @Test
    void whatCannotBeReadStaysAndTheCaretGoesThere() throws TimeoutException {
        Author author = at(BROKEN, "public");
        Person person = author.person();
        person.presses(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.F);
        person.awaits(() -> author.caret() > BROKEN.indexOf("start"));
        assertThat(author.text()).isEqualTo(BROKEN);
    }

    private String saved() {
        return services.open("Pump", ServiceVersion.FIRST).source();
    }

    private Author at(String text, String word) throws TimeoutException {
        services.put("Pump", "0.1", ServiceState.DRAFT, text, List.of());
        Author author = Author.of("Pump", services, help);
        author.with(area -> area.moveTo(text.indexOf(word)));
        return author;
    }
}
