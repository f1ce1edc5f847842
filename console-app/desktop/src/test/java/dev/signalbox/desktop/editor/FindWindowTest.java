// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.desks.WordHelp;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.operator.service.ServiceState;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;

/// Finding and replacing in a service.
class FindWindowTest {
    private static final String TEXT = """
            class Draft {
                double limit = 4;
                boolean above(double value) {
                    return value > limit;
                }
                // the Limit of all limits
            }
            """;

    private final ServicesInMemory services = new ServicesInMemory();

    @Test
    void whatIsSelectedIsFoundOneAfterTheOther() throws TimeoutException {
        Person person = before("Draft");
        select(person, TEXT.indexOf("limit"), TEXT.indexOf("limit") + 5);
        person.presses(KeyCode.SHORTCUT, KeyCode.F);
        person.awaits("#find-words");
        assertThat(person.words("#find-count")).isEqualTo("1 of 4");
        assertThat(person.sees("#find-replacement")).isFalse();
        person.presses(KeyCode.ENTER);
        assertThat(selected(person)).isEqualTo(TEXT.lastIndexOf("limit;"));
        person.presses(KeyCode.F3).presses(KeyCode.F3).presses(KeyCode.F3);
        assertThat(person.words("#find-count")).as("round again").isEqualTo("1 of 4");
        person.presses(KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(selected(person)).isEqualTo(TEXT.lastIndexOf("limits"));
        person.clicks("#find-case");
        assertThat(person.words("#find-count")).isEqualTo("3 of 3");
        person.pictures("services-find");
        person.presses(KeyCode.ESCAPE);
        assertThat(person.sees("#find-bar")).isFalse();
        person.types("x");
        assertThat(text(person)).as("the text has the keys again").contains("of all x");
    }

    @Test
    void oneOrAllAreReplacedAndOneUndoTakesAllBack() throws TimeoutException {
        Person person = before("Draft");
        select(person, 0, 0);
        person.presses(KeyCode.SHORTCUT, KeyCode.H);
        person.awaits("#find-replacement");
        person.types("limit");
        person.fills("#find-replacement", "bound").clicks("#replace-one");
        assertThat(text(person)).contains("double bound = 4").contains("> limit");
        person.clicks("#replace-all");
        assertThat(text(person))
                .contains("> bound")
                .contains("the bound of all bounds")
                .doesNotContain("imit");
        assertThat(person.words("#find-count")).isEqualTo("Nothing found");
        person.pictures("services-replace");
        person.clicks("#code").presses(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(text(person)).contains("double bound = 4").contains("the Limit of all limits");
    }

    @Test
    void whatIsReleasedIsFoundAndNotReplaced() throws TimeoutException {
        Person person = before("Done");
        person.clicks("#code").presses(KeyCode.SHORTCUT, KeyCode.H);
        person.awaits("#find-words");
        assertThat(person.sees("#find-replacement")).isFalse();
        person.types("done");
        assertThat(person.words("#find-count")).isEqualTo("1 of 1");
    }

    private static void select(Person person, int from, int to) throws TimeoutException {
        person.clicks("#code");
        Pictures.on(() -> {
            person.finds("#code", CodeArea.class).selectRange(from, to);
            return null;
        });
    }

    private static int selected(Person person) {
        return Pictures.on(
                () -> person.finds("#code", CodeArea.class).getSelection().getStart());
    }

    private static String text(Person person) {
        return Pictures.on(() -> person.finds("#code", CodeArea.class).getText());
    }

    private Person before(String service) throws TimeoutException {
        services.put("Draft", "0.1", ServiceState.DRAFT, TEXT, List.of());
        services.put("Done", "0.1", ServiceState.RELEASED, "class Done {}", List.of());
        Person person = Person.before(this::page);
        return person.clicks("#open-service-" + service).clicks("#tab-" + service);
    }

    private Parent page() {
        var around = new ServicesPage.Surroundings(OnFx.toolkit(), (place, argument) -> {});
        var page = new ServicesPage(services, new FlowsInMemory(), new WordHelp(), around);
        page.shown();
        return (Parent) page.view();
    }
}
