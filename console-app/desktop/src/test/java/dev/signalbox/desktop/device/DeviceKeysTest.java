// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.DevicesInMemory;
import dev.signalbox.desktop.desks.QueriesInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.desktop.pictures.Samples;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The Devices page by keys. The headless platform sends keys to the window that was clicked last.
class DeviceKeysTest {
    private final DevicesInMemory devices = new DevicesInMemory();
    private DevicesPage page;
    private Person person;

    @BeforeEach
    void thePageIsOpen() {
        person = Person.before(() -> {
            page = new DevicesPage(devices, new QueriesInMemory(), OnFx.toolkit(), (place, argument) -> {});
            page.shown();
            return (Parent) page.view();
        });
        Pictures.on(() -> {
            Samples.nodes().forEach(page.news()::hear);
            return page;
        });
    }

    @AfterEach
    void allIsClosed() {
        person.leaves();
        Pictures.on(() -> {
            page.left();
            return page;
        });
    }

    @Test
    void tabReachesAllThereIs() throws Exception {
        focus("#device-table");
        person.presses(KeyCode.DOWN);
        person.awaits("#tab-identity");
        assertThat(walk(24))
                .contains("add-device", "device-filter", "query-field", "query-saved", "device-table")
                .contains("copy-primary", "tab-identity", "show-keys", "delete-device");
        focus("#tab-identity");
        person.presses(KeyCode.RIGHT).presses(KeyCode.SPACE);
        person.awaits("#twin-desired");
        person.pictures("devices-focus");
        focus("#twin-reported");
        assertThat(walk(8)).contains("add-device");
        focus("#twin-desired");
        person.presses(KeyCode.CONTROL, KeyCode.TAB);
        assertThat(focused()).contains("twin-tags");
    }

    @Test
    void aDeviceIsAddedWithEnterAndEscapeClosesWhatIsToBeCopied() throws Exception {
        focus("#add-device");
        person.presses(KeyCode.SPACE);
        person.awaits("#device-id");
        person.clicks("#device-id").types("pump-7").presses(KeyCode.ENTER);
        person.clicks("#copy-connection-string");
        person.awaits(() -> person.words("#copy-connection-string").equals("Copied"));
        assertThat(Pictures.on(() -> Clipboard.getSystemClipboard().getString()))
                .contains("DeviceId=pump-7;");
        person.presses(KeyCode.ESCAPE);
        person.awaits(() -> !person.sees("#copy-connection-string"));
    }

    @Test
    void escapeLeavesADialogWithoutDoingAnything() throws Exception {
        focus("#add-device");
        person.presses(KeyCode.SPACE);
        person.awaits("#device-id");
        person.clicks("#device-id").types("pump-8").presses(KeyCode.ESCAPE);
        person.awaits(() -> !person.sees("#device-id"));
        assertThat(devices.calls).isEmpty();
    }

    /// What Tab comes by.
    private Set<String> walk(int steps) {
        var seen = new LinkedHashSet<String>();
        for (int i = 0; i < steps; i++) {
            person.presses(KeyCode.TAB);
            focused().ifPresent(seen::add);
        }
        return seen;
    }

    private Optional<String> focused() {
        return Pictures.on(() ->
                Optional.ofNullable(page.view().getScene().getFocusOwner()).map(Node::getId));
    }

    private void focus(String query) throws Exception {
        person.awaits(query);
        Node node = person.finds(query, Node.class);
        Pictures.on(() -> {
            node.requestFocus();
            return node;
        });
    }
}
