// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.RealDevice;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.hub.Hub;
import dev.signalbox.hub.HubConfig;
import dev.signalbox.operator.device.NewIdentity;
import dev.signalbox.operator.device.Proof;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.workbench.live.NodeWatcher;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person who integrates devices does, with a real hub and a real device.
class DevicesJourneyTest {
    private static final DeviceId PUMP = new DeviceId("pump-1");
    private static final ClientId CLIENT = ClientId.of(PUMP);

    @TempDir
    Path folder;

    private Hub hub;
    private Workbench session;
    private DevicesPage page;
    private Person person;
    private AutoCloseable feed;

    @BeforeEach
    void thePageIsOpen() {
        hub = Hub.start(HubConfig.inFolder(folder.resolve("hub")).onFreePorts());
        session = Workbench.openLocal(folder.resolve("hub"), folder.resolve("console"));
        person = Person.before(() -> {
            page = new DevicesPage(session.devices(), session.queries(), OnFx.toolkit(), (place, argument) -> {});
            page.shown();
            return (javafx.scene.Parent) page.view();
        });
        feed = session.feeds().nodes(new NodeWatcher() {
            @Override
            public void node(NodeView view) {
                OnFx.toolkit().later(() -> page.news().hear(view));
            }

            @Override
            public void gone(String id) {
                OnFx.toolkit().later(() -> page.news().gone(id));
            }
        });
    }

    @AfterEach
    void allIsClosed() throws Exception {
        person.leaves();
        Pictures.on(() -> {
            page.left();
            return page;
        });
        feed.close();
        session.close();
        hub.close();
    }

    @Test
    void aDeviceIsAddedAndSignsInWithTheStringThatIsCopied() throws Exception {
        person.clicks("Add a device").clicks("#device-id").types("pump-1");
        person.clicks("#device-tags").types("site=north");
        person.pictures("dialog-add-device");
        person.clicks("Add");
        person.awaits(() -> person.reads("Connect pump-1"));
        person.pictures("dialog-connect-device");
        person.clicks("#copy-connection-string").clicks("Done");
        String copied = Pictures.on(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).startsWith("HostName=").contains(";DeviceId=pump-1;SharedAccessKey=");
        try (var device = RealDevice.signsIn(copied, hub.contact())) {
            person.awaits(() -> person.reads("1 of 1 connected"));
            person.awaits(() -> person.words("#device-name").equals("pump-1"));
            person.clicks("#enable-device").clicks("Disable");
            person.awaits(() -> person.reads("0 of 1 connected"));
            person.awaits(() -> person.reads("disabled"));
            assertThat(device.heard).isEmpty();
        }
        person.clicks("#delete-device");
        person.pictures("dialog-delete-device");
        person.clicks("Delete");
        person.awaits(() -> person.reads("No devices yet"));
    }

    @Test
    void anEditOverSomeoneElsesChangeIsAConflictUntilThePersonDecides() throws Exception {
        try (var device = pumpIsThere()) {
            person.clicks("#tab-twin");
            person.awaits(() -> person.words("#twin-state").equals("Saved"));
            var read = session.devices().twin(CLIENT);
            write("#twin-desired", "{\"limit\": 2}");
            session.devices().saveTwin(CLIENT, "{}", "{\"limit\":7}", read.etag());
            person.clicks("#twin-save");
            person.awaits("#twin-conflict");
            person.pictures("devices-twin-conflict");
            person.clicks("#twin-compare");
            person.awaits(() -> person.reads("Yours and theirs"));
            person.pictures("dialog-twin-compare");
            person.clicks("Done").clicks("#twin-keep-mine");
            person.awaits(() -> person.words("#twin-state").equals("Saved"));
            person.awaits(() -> device.heard.stream().anyMatch(it -> it.contains("{\"limit\":2")));
            device.reports("{\"limit\":1}");
            person.awaits(() -> person.reads("1 differs"));
        }
    }

    @Test
    void badJsonIsSaidWithItsPlaceAndCannotBeSaved() throws Exception {
        try (var device = pumpIsThere()) {
            person.clicks("#tab-twin");
            person.awaits(() -> person.words("#twin-state").equals("Saved"));
            write("#twin-desired", "{\"limit\": oops}");
            person.awaits(() -> person.reads("Line 1, column 1"));
            assertThat(person.words("#twin-state")).isEqualTo("Not valid yet");
            assertThat(person.finds("#twin-save", Node.class).isDisabled()).isTrue();
            person.pictures("devices-twin-bad");
            person.presses(KeyCode.SHORTCUT, KeyCode.S);
            person.clicks("#twin-discard");
            person.awaits(() -> person.words("#twin-state").equals("Saved"));
            assertThat(session.devices().twin(CLIENT).desired().version()).isEqualTo(1);
            assertThat(device.heard).isEmpty();
        }
    }

    @Test
    void aMethodIsCalledAndTheDevicesAnswerShown() throws Exception {
        try (var device = pumpIsThere()) {
            person.clicks("#tab-method").clicks("#method-name").types("reboot");
            write("#method-payload", "{\"delay\": 5}");
            person.clicks("#method-call");
            person.awaits(() -> person.reads("status 207 after"));
            person.awaits(() -> person.reads("\"rebooted\": true"));
            assertThat(device.heard.getFirst())
                    .startsWith("$iothub/methods/POST/reboot/")
                    .endsWith(" {\"delay\":5}");
        }
        person.awaits(() -> person.reads("0 of 1 connected"));
        person.clicks("#method-call");
        person.awaits(() -> person.reads("pump-1 is not connected, or does not listen to methods."));
        person.pictures("devices-method-failed");
    }

    @Test
    void aMessageIsSentAndItsDeliveryShown() throws Exception {
        try (var device = pumpIsThere()) {
            person.clicks("#tab-messages").clicks("#message-body").types("open");
            person.clicks("#message-properties").types("valve=4");
            person.clicks("#message-send");
            person.awaits(() -> device.heard.stream().anyMatch(it -> it.contains("valve=4") && it.endsWith(" open")));
            person.awaits(() -> person.reads("delivered"));
        }
    }

    @Test
    void aModulesTwinIsEditedAndItsMethodCalledAsADevicesIs() throws Exception {
        var motor = new ClientId(PUMP, Optional.of("motor"));
        try (var pump = pumpIsThere()) {
            person.clicks("#tab-modules")
                    .clicks("#add-module")
                    .clicks("#device-id")
                    .types("motor");
            person.clicks("Add").clicks("#open-module-motor");
            try (var device =
                    RealDevice.signsIn(session.devices().keys(motor).primaryConnectionString(), hub.contact())) {
                person.awaits(() -> person.words("#module-twin-state").equals("Saved"));
                write("#module-twin-desired", "{\"max\": 9}");
                var read = session.devices().twin(motor);
                session.devices().saveTwin(motor, "{}", "{\"max\":7}", read.etag());
                person.clicks("#module-twin-save");
                person.awaits("#module-twin-conflict");
                person.clicks("#module-twin-keep-mine");
                person.awaits(() -> device.heard.stream().anyMatch(it -> it.contains("{\"max\":9")));
                device.reports("{\"max\":8}");
                person.awaits(() -> person.reads("1 differs"));
                person.pictures("devices-module-twin");
                person.clicks("#module-tab-method")
                        .clicks("#module-method-name")
                        .types("spin");
                person.clicks("#module-method-call");
                person.awaits(() -> person.reads("status 207 after"));
                person.pictures("devices-module-method");
                assertThat(pump.heard).isEmpty();
                person.presses(KeyCode.ESCAPE);
                person.awaits("#open-module-motor");
            }
        }
    }

    @Test
    void aConditionNarrowsTheListUntilItIsCleared() throws Exception {
        for (String name : List.of("pump-1", "pump-2", "gate-1")) {
            String site = name.equals("pump-2") ? "south" : "north";
            session.devices().create(new NewIdentity(new DeviceId(name), Map.of("site", site), Proof.SAS));
        }
        person.awaits(() -> listed().equals(List.of("gate-1", "pump-1", "pump-2")));
        person.clicks("#query-field").types("tags.site = 'north'").presses(KeyCode.ESCAPE);
        assertThat(listed()).hasSize(3);
        person.presses(KeyCode.ENTER);
        person.awaits(() -> listed().equals(List.of("gate-1", "pump-1")));
        assertThat(person.words("#condition-in-force")).isEqualTo("tags.site = 'north'");
        assertThat(person.words("#condition-number")).isEqualTo("2 devices");
        person.clicks("#device-filter").types("pump");
        person.awaits(() -> listed().equals(List.of("pump-1")));
        person.pictures("devices-condition");
        session.nodes().setTags(new DeviceId("pump-2"), Map.of("site", "north"));
        person.awaits(() -> listed().equals(List.of("pump-1", "pump-2")));

        person.presses(KeyCode.ESCAPE);
        person.awaits(() -> listed().size() == 3);
        person.presses(KeyCode.ESCAPE);
        person.awaits(() -> !person.sees("#condition-in-force"));
        assertThat(listed()).hasSize(3);
    }

    @Test
    void aConditionThatIsWrongIsSaidUnderItsBoxAndNeverComesIntoForce() throws Exception {
        session.devices().create(new NewIdentity(PUMP, Map.of(), Proof.SAS));
        person.awaits(() -> listed().equals(List.of("pump-1")));
        person.clicks("#query-field").types("tags.site = = 5").presses(KeyCode.ESCAPE);
        person.presses(KeyCode.ENTER);
        person.awaits(() -> person.words("#query-complaint").startsWith("Column 13: expected "));
        person.pictures("devices-condition-wrong");
        assertThat(person.sees("#condition-in-force")).isFalse();
        assertThat(listed()).containsExactly("pump-1");
        hub.close();
        person.fills("#query-field", "tags.site = 'none'").presses(KeyCode.ESCAPE);
        person.presses(KeyCode.ENTER);
        person.awaits(() -> !person.words("#condition-refused").isEmpty());
        person.pictures("devices-condition-refused");
        assertThat(listed()).containsExactly("pump-1");
    }

    private List<String> listed() {
        return person.finds("#device-table", DeviceTable.class).getItems().stream()
                .map(DeviceRow::id)
                .toList();
    }

    private RealDevice pumpIsThere() throws Exception {
        session.devices().create(new NewIdentity(PUMP, Map.of(), Proof.SAS));
        String string = session.devices().keys(CLIENT).primaryConnectionString();
        var device = RealDevice.signsIn(string, hub.contact());
        person.awaits(() -> person.reads("1 of 1 connected"));
        Pictures.on(() -> {
            page.open("pump-1");
            return page;
        });
        person.awaits("#tab-twin");
        return device;
    }

    private void write(String field, String text) throws Exception {
        person.clicks(field).presses(KeyCode.SHORTCUT, KeyCode.A).types(text);
    }
}
