// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.workbench.editing.SourceHelp;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
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
        Person person = at("Messge");
        person.presses(KeyCode.ALT, KeyCode.ENTER);
        person.awaits(() -> person.reads("Change to submitMessage"));
        assertThat(person.reads("Import java.nio.file.Files")).isTrue();
        person.pictures("services-fixes");
        person.clicks("Import java.nio.file.Files");
        assertThat(text(person)).startsWith("import java.nio.file.Files;\n\npublic class Pump");
        assertThat(text(person).substring(caret(person)))
                .as("the caret stays in the code")
                .startsWith("Messge(");
        person.presses(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(text(person)).isEqualTo(TEXT);
    }

    @Test
    void aLineThatNothingIsWrongWithSaysSo() throws TimeoutException {
        Person person = at("@Override");
        person.presses(KeyCode.ALT, KeyCode.ENTER);
        person.awaits(() -> person.reads("Nothing is known that mends this line"));
        person.presses(KeyCode.ESCAPE);
        assertThat(text(person)).isEqualTo(TEXT);
    }

    private static String text(Person person) {
        return Pictures.on(() -> person.finds("#code", CodeArea.class).getText());
    }

    private static int caret(Person person) {
        return Pictures.on(() -> person.finds("#code", CodeArea.class).getCaretPosition());
    }

    private Person at(String word) throws TimeoutException {
        services.put("Pump", "0.1", ServiceState.DRAFT, TEXT, List.of());
        Person person = Person.before(this::page);
        person.clicks("#open-service-Pump").clicks("#tab-Pump").clicks("#code");
        Pictures.on(() -> {
            person.finds("#code", CodeArea.class).moveTo(TEXT.indexOf(word));
            return null;
        });
        return person;
    }

    private Parent page() {
        var around = new ServicesPage.Surroundings(OnFx.toolkit(), (place, argument) -> {});
        var page = new ServicesPage(services, new FlowsInMemory(), help, around);
        page.shown();
        return (Parent) page.view();
    }
}
