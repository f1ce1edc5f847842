// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.workbench.editing.Completion;
import dev.signalbox.workbench.editing.SourceHelp;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is offered at the caret of a Java service, with the keys a person uses.
class CompletionWindowTest {
    private static final String TEXT = """
            /// Watches a pump.
            public class Pump extends CustomService {
                private double limit = 4;

                @Override
                public void process(Message message) throws Exception {
                    HERE
                }

                private void %s(Map<String, List<String>> readings) {}
            }
            """.formatted("a".repeat(200));

    private final ServicesInMemory services = new ServicesInMemory();
    private final SourceHelp help = SourceHelp.create();

    @BeforeEach
    void warm() {
        help.warmUp();
    }

    @AfterEach
    void close() {
        help.close();
    }

    @Test
    void aPointOffersMembersAndEnterTakesOne() throws TimeoutException {
        Author author = at("HERE");
        Person person = author.person();
        person.types("message.");
        person.awaits("#code-completions");
        person.pictures("services-completion");
        person.types("prop");
        person.awaits(() -> offeredNow(person).size() == 2);
        assertThat(offered(person)).containsExactly("properties", "property");
        person.presses(KeyCode.DOWN).presses(KeyCode.ENTER);
        assertThat(author.text()).contains("        message.property()\n");
        assertThat(author.text().substring(0, author.caret())).endsWith("property(");
        assertThat(person.sees("#code-completions")).isFalse();
        person.presses(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(author.text()).as("one undo takes it back").contains("message.prop\n");
    }

    @Test
    void ctrlSpaceOffersWhatIsInScopeAndEscapeCloses() throws TimeoutException {
        Author author = at("HERE");
        Person person = author.person();
        person.presses(KeyCode.CONTROL, KeyCode.SPACE);
        person.awaits("#code-completions");
        assertThat(offered(person)).startsWith("message", "limit");
        person.pictures("services-completion-all");
        person.presses(KeyCode.ESCAPE);
        assertThat(person.sees("#code-completions")).isFalse();
        assertThat(author.text()).contains("        \n");
    }

    @Test
    void aTypeIsTakenWithItsImportInOneStep() throws TimeoutException {
        Author author = at("HERE");
        Person person = author.person();
        person.types("AtomicIn");
        person.awaits(() -> offeredNow(person).contains("AtomicInteger"));
        person.presses(KeyCode.ENTER);
        person.types("x");
        assertThat(author.text())
                .startsWith("import java.util.concurrent.atomic.AtomicInteger;\n\n/// Watches a pump.\npublic")
                .as("the caret is behind it")
                .contains("        AtomicIntegerx\n");
        person.presses(KeyCode.SHORTCUT, KeyCode.Z).presses(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(author.text()).as("one step").doesNotContain("import").contains("        AtomicIn\n");
    }

    @Test
    void tabTakesTheWholeWord() throws TimeoutException {
        Author author = at("HERE");
        Person person = author.person();
        person.types("debugger(\"a\");");
        author.with(area -> area.moveTo(area.getText().indexOf("ger(")));
        person.presses(KeyCode.CONTROL, KeyCode.SPACE);
        person.awaits("#code-completions");
        person.presses(KeyCode.TAB);
        assertThat(author.text()).contains("debug(\"a\");");
    }

    @Test
    void propertiesOfTheServiceAreOfferedByName() throws TimeoutException {
        Author author = at("HERE");
        Person person = author.person();
        person.types("property(\"");
        person.awaits(() -> offeredNow(person).contains("max-level"));
        person.presses(KeyCode.ENTER);
        assertThat(author.text()).contains("property(\"max-level");
    }

    @Test
    void longNamesAreCutAndNothingIsOfferedInComments() throws TimeoutException {
        Person person = at("HERE").person();
        person.types("// messa");
        assertThat(person.sees("#code-completions")).isFalse();
        person.presses(KeyCode.ENTER).types("aaa");
        person.awaits("#code-completions");
        person.pictures("services-completion-long");
        assertThat(offered(person)).hasSize(1);
    }

    private static List<String> offered(Person person) {
        return Pictures.on(() -> offeredNow(person));
    }

    /// On the window's thread, where `awaits` asks too.
    private static List<String> offeredNow(Person person) {
        ListView<?> list =
                person.sees("#code-completions") ? person.finds("#code-completions", ListView.class) : new ListView<>();
        return list.getItems().stream().map(one -> ((Completion) one).name()).toList();
    }

    private Author at(String word) throws TimeoutException {
        var level = new PropertyDefinition(
                "max-level", "", PropertyDefinition.Type.NUMBER, false, "4", PropertyDefinition.Kind.STATIC);
        services.put("Pump", "0.1", ServiceState.DRAFT, TEXT, List.of(level));
        Author author = Author.of("Pump", services, help);
        int place = TEXT.indexOf(word);
        author.with(area -> {
            area.replaceText(place, place + word.length(), "");
            area.moveTo(place);
        });
        return author;
    }
}
