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

/// What a name is and where it is made, with the keys a person uses.
class HoverWindowTest {
    private static final String TEXT = """
            public class Pump extends CustomService {
                /// Above this the pump is stopped.
                private double limit = 4;

                @Override
                public void process(Message message) {
                    submitMessage(Map.of("above", message.body().asDouble() > limit));
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
    void f1SaysWhatTheNameAtTheCaretIs() throws TimeoutException {
        Person person = at(TEXT.indexOf("submitMessage") + 3);
        person.presses(KeyCode.F1);
        person.awaits("#about-name");
        assertThat(person.reads("void submitMessage(Object payload)")).isTrue();
        assertThat(person.reads("Hands a message to the hub.")).isTrue();
        person.pictures("services-hover");
        person.presses(KeyCode.DOWN);
        assertThat(person.sees("#about-name")).isFalse();
    }

    @Test
    void f12GoesWhereTheNameIsMade() throws TimeoutException {
        Person person = at(TEXT.lastIndexOf("limit") + 1);
        person.presses(KeyCode.F12);
        person.awaits(() -> caretNow(person) == TEXT.indexOf("limit ="));
        assertThat(person.sees("#about-name")).isFalse();
    }

    @Test
    void aNameOfOthersIsSaidInstead() throws TimeoutException {
        Person person = at(TEXT.indexOf("asDouble"));
        person.presses(KeyCode.F12);
        person.awaits("#about-name");
        assertThat(person.reads("dev.signalbox.api.Body")).isTrue();
    }

    /// On the window's thread.
    private static int caretNow(Person person) {
        return person.finds("#code", CodeArea.class).getCaretPosition();
    }

    private Person at(int place) throws TimeoutException {
        services.put("Pump", "0.1", ServiceState.DRAFT, TEXT, List.of());
        Person person = Person.before(this::page);
        person.clicks("#open-service-Pump").clicks("#tab-Pump").clicks("#code");
        Pictures.on(() -> {
            person.finds("#code", CodeArea.class).moveTo(place);
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
