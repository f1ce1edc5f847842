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
        Person person = at(TEXT.indexOf("submitMessage") + 3).person();
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
        Author author = at(TEXT.lastIndexOf("limit") + 1);
        Person person = author.person();
        person.presses(KeyCode.F12);
        person.awaits(() -> author.area().getCaretPosition() == TEXT.indexOf("limit ="));
        assertThat(person.sees("#about-name")).isFalse();
    }

    @Test
    void aNameOfOthersIsSaidInstead() throws TimeoutException {
        Person person = at(TEXT.indexOf("asDouble")).person();
        person.presses(KeyCode.F12);
        person.awaits("#about-name");
        assertThat(person.reads("dev.signalbox.api.Body")).isTrue();
    }

    private Author at(int place) throws TimeoutException {
        services.put("Pump", "0.1", ServiceState.DRAFT, TEXT, List.of());
        Author author = Author.of("Pump", services, help);
        author.with(area -> area.moveTo(place));
        return author;
    }
}
