// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.desks.WordHelp;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.operator.service.ServiceState;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
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
        Author author = before("Draft");
        Person person = author.person();
        author.with(area -> area.selectRange(TEXT.indexOf("limit"), TEXT.indexOf("limit") + 5));
        person.presses(KeyCode.SHORTCUT, KeyCode.F);
        person.awaits("#find-words");
        assertThat(person.words("#find-count")).isEqualTo("1 of 4");
        assertThat(person.sees("#find-replacement")).isFalse();
        person.presses(KeyCode.ENTER);
        assertThat(author.chosen()).isEqualTo(TEXT.lastIndexOf("limit;"));
        person.presses(KeyCode.F3).presses(KeyCode.F3).presses(KeyCode.F3);
        assertThat(person.words("#find-count")).as("round again").isEqualTo("1 of 4");
        person.presses(KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(author.chosen()).isEqualTo(TEXT.lastIndexOf("limits"));
        person.clicks("#find-case");
        assertThat(person.words("#find-count")).isEqualTo("3 of 3");
        person.pictures("services-find");
        person.presses(KeyCode.ESCAPE);
        assertThat(person.sees("#find-bar")).isFalse();
        person.types("x");
        assertThat(author.text()).as("the text has the keys again").contains("of all x");
    }

    @Test
    void oneOrAllAreReplacedAndOneUndoTakesAllBack() throws TimeoutException {
        Author author = before("Draft");
        Person person = author.person();
        author.with(area -> area.selectRange(0, 0));
        person.presses(KeyCode.SHORTCUT, KeyCode.H);
        person.awaits("#find-replacement");
        person.types("limit");
        person.fills("#find-replacement", "bound").clicks("#replace-one");
        assertThat(author.text()).contains("double bound = 4").contains("> limit");
        person.clicks("#replace-all");
        assertThat(author.text())
                .contains("> bound")
                .contains("the bound of all bounds")
                .doesNotContain("imit");
        assertThat(person.words("#find-count")).isEqualTo("Nothing found");
        person.pictures("services-replace");
        person.clicks("#code").presses(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(author.text()).contains("double bound = 4").contains("the Limit of all limits");
    }

    @Test
    void whatIsReleasedIsFoundAndNotReplaced() throws TimeoutException {
        Person person = before("Done").person();
        person.clicks("#code").presses(KeyCode.SHORTCUT, KeyCode.H);
        person.awaits("#find-words");
        assertThat(person.sees("#find-replacement")).isFalse();
        person.types("done");
        assertThat(person.words("#find-count")).isEqualTo("1 of 1");
    }

    private Author before(String service) throws TimeoutException {
        services.put("Draft", "0.1", ServiceState.DRAFT, TEXT, List.of());
        services.put("Done", "0.1", ServiceState.RELEASED, "class Done {}", List.of());
        return Author.of(service, services, new WordHelp());
    }
}
