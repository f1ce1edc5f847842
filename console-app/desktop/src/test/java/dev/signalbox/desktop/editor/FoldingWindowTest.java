// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.desks.WordHelp;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.operator.service.ServiceState;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Hiding lines of a service and showing them again.
class FoldingWindowTest {
    private static final String TEXT = """
            class Draft {
                double limit = 4;
                boolean above(double value) {
                    if (value > 100) {
                        return true;
                    }
                    return value > limit;
                }
                void last() {
                    // no more
                }
            }
            """;

    private final ServicesInMemory services = new ServicesInMemory();

    @Test
    void keysHideTheLinesAroundTheCaretAndShowThemAgain() throws TimeoutException {
        Author author = before();
        Person person = author.person();
        author.with(area -> area.moveTo(TEXT.indexOf("return true")));
        person.presses(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.OPEN_BRACKET);
        assertThat(hidden(author)).containsExactly(5);
        assertThat(author.caretLine()).isEqualTo(4);
        person.presses(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.OPEN_BRACKET);
        assertThat(hidden(author)).containsExactly(4, 5, 6, 7);
        assertThat(author.caretLine()).isEqualTo(3);
        person.pictures("services-folded");
        person.presses(KeyCode.DOWN);
        assertThat(author.caretLine()).as("the next line in sight").isEqualTo(8);
        person.presses(KeyCode.UP).presses(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.CLOSE_BRACKET);
        assertThat(hidden(author)).as("what was hidden before stays").containsExactly(5);
        person.presses(KeyCode.DOWN).presses(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.CLOSE_BRACKET);
        assertThat(hidden(author)).isEmpty();
        assertThat(author.text()).isEqualTo(TEXT);
    }

    @Test
    void theMouseHidesAndShowsAndTheCaretStays() throws TimeoutException {
        Author author = before();
        author.with(area -> area.moveTo(TEXT.length()));
        author.person().clicks("#fold-9");
        assertThat(hidden(author)).containsExactly(10);
        assertThat(author.caret()).isEqualTo(TEXT.length());
        author.person().clicks("#fold-9");
        assertThat(hidden(author)).isEmpty();
    }

    @Test
    void hidingIsNoChangeThatIsSavedOrTakenBack() throws TimeoutException {
        Author author = before();
        Person person = author.person();
        author.with(area -> area.moveTo(0));
        person.types("//").clicks("#fold-3");
        person.presses(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(author.text()).isEqualTo(TEXT);
        assertThat(hidden(author)).containsExactly(4, 5, 6, 7);
    }

    @Test
    void whatIsChangedOrFoundIsShown() throws TimeoutException {
        Author author = before();
        Person person = author.person();
        person.clicks("#fold-3");
        author.with(area -> area.moveTo(2, area.getParagraphLength(2)));
        person.types(" ");
        assertThat(hidden(author)).as("typing before it").isNotEmpty();
        person.presses(KeyCode.ENTER);
        assertThat(hidden(author)).as("a new line between").isEmpty();
        person.presses(KeyCode.SHORTCUT, KeyCode.Z).presses(KeyCode.SHORTCUT, KeyCode.Z);
        person.awaits("#fold-3");
        person.clicks("#fold-4").clicks("#fold-3");
        author.with(area -> area.moveTo(0));
        person.presses(KeyCode.SHORTCUT, KeyCode.F);
        person.awaits("#find-words");
        person.types("true");
        assertThat(hidden(author)).as("found").isEmpty();
        assertThat(author.chosen()).isEqualTo(TEXT.indexOf("true"));
        assertThat(Pictures.on(
                        () -> List.copyOf(person.finds("#fold-3", Node.class).getStyleClass())))
                .contains("fold-open");
    }

    private static List<Integer> hidden(Author author) {
        return Pictures.on(() -> IntStream.rangeClosed(
                        1, author.area().getParagraphs().size())
                .filter(line ->
                        author.area().getParagraph(line - 1).getParagraphStyle().contains("collapse"))
                .boxed()
                .toList());
    }

    private Author before() throws TimeoutException {
        services.put("Draft", "0.1", ServiceState.DRAFT, TEXT, List.of());
        Author author = Author.of("Draft", services, new WordHelp());
        author.person().awaits("#fold-3");
        return author;
    }
}
