// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.QueriesInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.pictures.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What a person does on the Query page.
class QueryWindowTest {
    private final QueriesInMemory queries = new QueriesInMemory();
    private final List<String> gone = new ArrayList<>();

    @Test
    void rowsComePageByPageAsATableOrAsJson() throws TimeoutException {
        Person person = before();
        person.awaits(() -> person.reads("Ask the fleet"));
        person.pictures("query-empty");
        person.clicks("#query-field")
                .types("tags.site = 'north'")
                .presses(KeyCode.ESCAPE)
                .presses(KeyCode.ENTER);
        person.awaits(() ->
                person.sees("#rows-number") && person.words("#rows-number").equals("the first 100 rows"));
        person.pictures("query-rows");
        person.clicks("#rows-more");
        person.awaits(() -> person.words("#rows-number").equals("130 rows"));
        assertThat(person.sees("#rows-more")).isFalse();
        person.clicks("#rows-as-json");
        assertThat(person.finds("#rows-json", TextArea.class).getText()).contains("press-1129");
        person.pictures("query-json");
        person.clicks("Make a job of these…");
        assertThat(gone).containsExactly(Place.JOBS + " tags.site = 'north'");
    }

    @Test
    void aBadQueryIsNotAsked() throws TimeoutException {
        Person person = before();
        person.clicks("#query-field").types("SELECT * FROM device").presses(KeyCode.ESCAPE);
        person.clicks("#query-run");
        person.awaits(() -> person.words("#query-complaint").startsWith("Column 15: expected "));
        assertThat(person.reads("Ask the fleet")).isTrue();
    }

    private Person before() {
        return Person.before(() -> {
            var page = new QueryPage(queries, OnFx.toolkit(), (place, argument) -> gone.add(place + " " + argument));
            page.shown();
            return (Parent) page.view();
        });
    }
}
