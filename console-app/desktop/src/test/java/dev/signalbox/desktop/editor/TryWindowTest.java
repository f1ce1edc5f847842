// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.workbench.editing.SourceHelp;
import dev.signalbox.workbench.service.Beginning;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A person tries a service at the desk. It really runs, in a process of its own.
class TryWindowTest {
    private static final String WATCH = """
            public class Watch extends CustomService {
                @Override
                public void start() {
                    debug("limit " + property("limit").orElse("none"));
                }

                @Override
                public void process(Message message) {
                    double celsius = message.body().get("celsius").asDouble();
                    if (celsius > Double.parseDouble(property("limit").orElse("80"))) {
                        warning("too hot: " + celsius);
                        emit(Map.of("hot", celsius));
                    }
                }
            }
            """;
    private static final String LOOP = """
            public class Watch extends CustomService {
                @Override
                public void process(Message message) {
                    debug("at it");
                    while (true) { }
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
    void itRunsOnTheMessagesAndValuesThatAreTyped() throws TimeoutException {
        Person person = open(WATCH);
        person.clicks("#try-open").awaits("#try-messages");
        person.pictures("services-try-empty");
        person.types("{\"celsius\":20}").presses(KeyCode.ENTER).types("{\"celsius\":99}");
        person.fills("#try-value-limit", "90").presses(KeyCode.SHORTCUT, KeyCode.ENTER);
        person.awaits(() -> state(person).equals("It did all that was asked of it."));
        person.awaits(() -> person.reads("limit 90"));
        person.awaits(() -> person.reads("too hot: 99.0"));
        person.awaits(() -> person.reads("{\"hot\":99.0}"));
        person.pictures("services-try");
        person.presses(KeyCode.ESCAPE).awaits(() -> !person.sees("#try-messages"));
        assertThat(Pictures.on(() -> person.finds("#code", org.fxmisc.richtext.CodeArea.class)
                        .isFocused()))
                .as("the keys are back in the text")
                .isTrue();
    }

    @Test
    void controlEnterTriesAloneWhatIsTypedAndALineLeadsToItsMistake() throws TimeoutException {
        Author author = author("public class Watch extends CustomService {\n    int n = ;\n}\n");
        Person person = author.person();
        person.presses(KeyCode.SHORTCUT, KeyCode.ENTER);
        person.awaits(() -> state(person).equals("It failed."));
        person.awaits(() -> person.reads("Line 2: illegal start of expression"));
        person.pictures("services-try-failed");
        person.clicks("Line 2: illegal start of expression");
        person.awaits(() -> author.caretLine() == 2);
        assertThat(author.text())
                .as("nothing was typed")
                .isEqualTo("public class Watch extends CustomService {\n    int n = ;\n}\n");
    }

    @Test
    void whatRunsForEverIsStopped() throws TimeoutException {
        Person person = open(LOOP);
        person.clicks("#try-open").awaits("#try-messages");
        person.types("{}").clicks("#try-run").awaits(() -> person.reads("at it"));
        person.clicks("#try-stop");
        person.awaits(() -> state(person).equals("Stopped."));
        assertThat(person.sees("#try-stop")).isFalse();
    }

    @Test
    void whatCannotBeTriedIsToldWithARemedy() throws TimeoutException {
        Person person = open(WATCH);
        person.clicks("#try-open").awaits("#try-messages");
        person.types("celsius 99").clicks("#try-run");
        person.awaits(() -> person.reads("Line 1 is no JSON: celsius 99"));
        person.pictures("services-try-refused");
        assertThat(state(person)).isEmpty();
    }

    @Test
    void itIsTriedWithThePackagesItAsksForOrNotAtAll() throws TimeoutException {
        var packages = List.of("org.example:nothing:1.0");
        services.create("Asks", "", new Beginning(Language.JAVA, "Asks", "class Asks {}", List.of(), packages));
        Person person = Author.of("Asks", services, help).person();
        person.presses(KeyCode.SHORTCUT, KeyCode.ENTER);
        person.awaits(() -> state(person).equals("It failed."));
        assertThat(
                        person.reads(
                                "Packages are not looked for here. Check the service in the console, or with release --dry-run."))
                .as("why")
                .isTrue();
    }

    private static String state(Person person) {
        return Pictures.on(() -> person.finds("#try-state", Label.class).getText());
    }

    private Person open(String source) throws TimeoutException {
        return author(source).person();
    }

    private Author author(String source) throws TimeoutException {
        var limit = new PropertyDefinition(
                "limit", "Limit", PropertyDefinition.Type.NUMBER, true, "80", PropertyDefinition.Kind.STATIC);
        services.put("Watch", "0.1", ServiceState.DRAFT, source, List.of(limit));
        return Author.of("Watch", services, help);
    }
}
