// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.workbench.editing.Completion;
import dev.signalbox.workbench.editing.SourceHelp;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
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
        Person person = at("HERE");
        person.types("message.");
        person.awaits("#code-completions");
        person.pictures("services-completion");
        person.types("prop");
        person.awaits(() -> offeredNow(person).size() == 2);
        assertThat(offered(person)).containsExactly("properties", "property");
        person.presses(KeyCode.DOWN).presses(KeyCode.ENTER);
        assertThat(text(person)).contains("        message.property()\n");
        assertThat(text(person).substring(0, caret(person))).endsWith("property(");
        assertThat(person.sees("#code-completions")).isFalse();
        person.presses(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(text(person)).as("one undo takes it back").contains("message.prop\n");
    }

    @Test
    void ctrlSpaceOffersWhatIsInScopeAndEscapeCloses() throws TimeoutException {
        Person person = at("HERE");
        person.presses(KeyCode.CONTROL, KeyCode.SPACE);
        person.awaits("#code-completions");
        assertThat(offered(person)).startsWith("message", "limit");
        person.pictures("services-completion-all");
        person.presses(KeyCode.ESCAPE);
        assertThat(person.sees("#code-completions")).isFalse();
        assertThat(text(person)).contains("        \n");
    }

    @Test
    void aTypeIsTakenWithItsImportInOneStep() throws TimeoutException {
        Person person = at("HERE");
        person.types("AtomicIn");
        person.awaits(() -> offeredNow(person).contains("AtomicInteger"));
        person.presses(KeyCode.ENTER);
        person.types("x");
        assertThat(text(person))
                .startsWith("import java.util.concurrent.atomic.AtomicInteger;\n\n/// Watches a pump.\npublic")
                .as("the caret is behind it")
                .contains("        AtomicIntegerx\n");
        person.presses(KeyCode.SHORTCUT, KeyCode.Z).presses(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(text(person)).as("one step").doesNotContain("import").contains("        AtomicIn\n");
    }

    @Test
    void tabTakesTheWholeWord() throws TimeoutException {
        Person person = at("HERE");
        person.types("debugger(\"a\");");
        Pictures.on(() -> {
            CodeArea area = person.finds("#code", CodeArea.class);
            area.moveTo(area.getText().indexOf("ger("));
            return area;
        });
        person.presses(KeyCode.CONTROL, KeyCode.SPACE);
        person.awaits("#code-completions");
        person.presses(KeyCode.TAB);
        assertThat(text(person)).contains("debug(\"a\");");
    }

    @Test
    void propertiesOfTheServiceAreOfferedByName() throws TimeoutException {
        Person person = at("HERE");
        person.types("property(\"");
        person.awaits(() -> offeredNow(person).contains("max-level"));
        person.presses(KeyCode.ENTER);
        assertThat(text(person)).contains("property(\"max-level");
    }

    @Test
    void longNamesAreCutAndNothingIsOfferedInComments() throws TimeoutException {
        Person person = at("HERE");
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

    private static String text(Person person) {
        return Pictures.on(() -> person.finds("#code", CodeArea.class).getText());
    }

    private static int caret(Person person) {
        return Pictures.on(() -> person.finds("#code", CodeArea.class).getCaretPosition());
    }

    private Person at(String word) throws TimeoutException {
        var level = new PropertyDefinition(
                "max-level", "", PropertyDefinition.Type.NUMBER, false, "4", PropertyDefinition.Kind.STATIC);
        services.put("Pump", "0.1", ServiceState.DRAFT, TEXT, List.of(level));
        Person person = Person.before(this::page);
        person.clicks("#open-service-Pump").clicks("#tab-Pump").clicks("#code");
        Pictures.on(() -> {
            CodeArea area = person.finds("#code", CodeArea.class);
            area.replaceText(TEXT.indexOf(word), TEXT.indexOf(word) + word.length(), "");
            area.moveTo(TEXT.indexOf(word));
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
