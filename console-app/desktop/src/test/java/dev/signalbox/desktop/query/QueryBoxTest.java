// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.QueriesInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.operator.query.SavedQuery;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/// What a person does with a query box.
class QueryBoxTest {
    private final QueriesInMemory queries = new QueriesInMemory();
    private QueryBox box;
    private int entered;

    @Test
    void whatIsTypedIsCompletedByKeys() throws TimeoutException {
        Person person = before();
        person.clicks("#query-field").types("tags.s");
        person.awaits("#query-completions");
        person.presses(KeyCode.ENTER).types(" = ");
        person.presses(KeyCode.CONTROL, KeyCode.SPACE);
        person.awaits("#query-completions");
        person.pictures("query-completion");
        person.presses(KeyCode.DOWN).presses(KeyCode.TAB);
        person.awaits(() -> box.text().get().equals("tags.site = 'south'"));
        person.awaits(() -> person.words("#query-count").equals("12 match"));
        person.presses(KeyCode.ENTER);
        assertThat(entered).isEqualTo(1);
        person.pictures("query-box");
    }

    @Test
    void aBadConditionShowsItsPosition() throws TimeoutException {
        Person person = before();
        person.clicks("#query-field").types("tags.site = = 5").presses(KeyCode.ESCAPE);
        person.awaits(() -> person.words("#query-complaint").startsWith("Column 13: expected "));
        assertThat(person.words("#query-count")).isEmpty();
        person.awaits(".query-fault");
        person.pictures("query-bad");
    }

    @Test
    void aQueryIsKeptUnderAName() throws TimeoutException {
        Person person = before();
        person.clicks("#query-field").types("tags.site = 'north'").presses(KeyCode.ESCAPE);
        person.clicks("#query-saved").clicks("Save this as…");
        person.clicks("#query-name").types("North hall");
        person.pictures("dialog-save-query");
        person.clicks("Save");
        person.awaits(() -> queries.saved().contains(new SavedQuery("North hall", "tags.site = 'north'")));
        person.fills("#query-field", "x").presses(KeyCode.ESCAPE);
        person.clicks("#query-saved").clicks("North hall");
        person.awaits(() -> box.text().get().equals("tags.site = 'north'"));
        person.leaves();
    }

    private Person before() {
        return Person.before(() -> {
            box = new QueryBox(queries, OnFx.toolkit(), QueryScope.CONDITION);
            box.onEnter(() -> entered++);
            box.look();
            var room = new VBox(box);
            room.getStyleClass().add("page-bar");
            return new VBox(room);
        });
    }
}
