// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.desktop.pictures.SampleConsole;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandWindowTest {
    private final SampleConsole console = new SampleConsole();
    private Person person;

    @BeforeEach
    void sheSitsBeforeTheNodes() {
        person = Person.before(console::build);
        Pictures.on(() -> {
            console.commands().joinKeys(console.shell().view().getScene());
            console.fill().go(Place.NODES, "");
            return console;
        });
    }

    @AfterEach
    void sheLeaves() {
        person.leaves();
    }

    private void opens() throws TimeoutException {
        person.presses(KeyCode.CONTROL, KeyCode.K);
        person.awaits("#command-field");
    }

    @Test
    void sheGoesToAPageByItsName() throws TimeoutException {
        opens();
        person.pictures("commands");
        person.types("go to lo").presses(KeyCode.ENTER);
        person.awaits(() -> !person.sees("#node-filter") && !person.sees("#command-palette"));
    }

    @Test
    void sheOpensANodeByItsNameFromAnotherPage() throws TimeoutException {
        person.clicks("#rail-logs");
        opens();
        person.types("0418");
        person.pictures("commands-found");
        person.presses(KeyCode.ENTER);
        person.awaits(() -> person.reads("press-0418") && person.sees("#node-filter"));
    }

    @Test
    void escapeGivesTheKeysBackToWhereTheyWent() throws TimeoutException {
        person.clicks("#node-filter");
        opens();
        person.types("nothing is called that");
        person.pictures("commands-none");
        person.presses(KeyCode.ESCAPE);
        person.awaits(() -> !person.sees("#command-palette"));
        assertThat(person.finds("#node-filter", TextField.class).isFocused()).isTrue();
    }

    @Test
    void allKeysAreShown() throws TimeoutException {
        opens();
        person.types("all keys").presses(KeyCode.ENTER);
        person.awaits("#key-map");
        assertThat(person.reads("Ctrl+K")).isTrue();
        person.pictures("key-map");
        person.presses(KeyCode.ESCAPE);
        person.awaits(() -> !person.sees("#key-map"));
    }
}
