// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.workbench.editing.SourceHelp;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Mending what is marked, with the keys a person uses.
class MendingWindowTest {
    private static final String TEXT = """
            public class Pump extends CustomService {
                @Override
                public void start() {
                    submitMessge(1); Object o = Files.class;
                }
            }
            """;

    private final ServicesInMemory services = new ServicesInMemory();
    private final SourceHelp help = SourceHelp.create();

    @AfterEach
    void close() {
        help.close();
    }

    @Test
    void altEnterShowsWhatMendsTheLineAndOneUndoTakesItBack() throws TimeoutException {
        Author author = at("Messge");
        Person person = author.person();
        person.presses(KeyCode.ALT, KeyCode.ENTER);
        person.awaits(() -> person.reads("Change to submitMessage"));
        assertThat(person.reads("Import java.nio.file.Files")).isTrue();
        person.pictures("services-fixes");
        person.clicks("Import java.nio.file.Files");
        assertThat(author.text()).startsWith("import java.nio.file.Files;\n\npublic class Pump");
        assertThat(author.text().substring(author.caret()))
                .as("the caret stays in the code")
                .startsWith("Messge(");
        person.presses(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(author.text()).isEqualTo(TEXT);
    }

    @Test
    void aLineThatNothingIsWrongWithSaysSo() throws TimeoutException {
        Author author = at("@Override");
        Person person = author.person();
        person.presses(KeyCode.ALT, KeyCode.ENTER);
        person.awaits(() -> person.reads("Nothing is known that mends this line"));
        person.presses(KeyCode.ESCAPE);
        assertThat(author.text()).isEqualTo(TEXT);
    }

    private Author at(String word) throws TimeoutException {
        services.put("Pump", "0.1", ServiceState.DRAFT, TEXT, List.of());
        Author author = Author.of("Pump", services, help);
        author.with(area -> area.moveTo(TEXT.indexOf(word)));
        return author;
    }
}
