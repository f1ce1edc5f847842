// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.DevicesInMemory;
import dev.signalbox.desktop.desks.QueriesInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Page;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.kit.Theme;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.desktop.pictures.Samples;
import dev.signalbox.desktop.shell.Shell;
import dev.signalbox.desktop.shell.ShellViewModel;
import dev.signalbox.desktop.shell.StatusBar;
import dev.signalbox.desktop.shell.TopBar;
import dev.signalbox.operator.device.AccountView;
import dev.signalbox.operator.device.NewModule;
import dev.signalbox.operator.device.Proof;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Account;
import dev.signalbox.workbench.device.Difference;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/// Draws the Devices page in both themes into `target/pictures`, to be looked at.
class DevicePicturesTest {
    private final DevicesInMemory devices = new DevicesInMemory();
    private DevicesPage page;

    @Test
    void theDevicesPageCanBeDrawnInAllItsStates() throws Exception {
        var person = Person.before(this::build);
        person.pictures("devices-empty");
        Pictures.on(this::fill);
        person.pictures("devices-none-chosen");
        choose("pump-1");
        person.awaits("#copy-primary");
        person.pictures("devices-identity");
        person.clicks("#tab-twin");
        person.pictures("devices-twin");
        person.clicks("#tab-method").fills("#method-name", "reboot").clicks("#method-call");
        person.pictures("devices-method");
        person.clicks("#tab-messages")
                .fills("#message-body", "{\"open\": true}")
                .clicks("#message-send");
        person.pictures("devices-messages");
        person.clicks("#tab-account");
        person.pictures("devices-account-none");
        account("pump-1", new Account(1_284_503, 1_284_117, 386, 0, 0, 0, 0, 91_204));
        choose("pump-2");
        choose("pump-1");
        person.pictures("devices-account");
        account(
                "pump-2",
                new Account(48_210_665_522L, 48_210_000_000L, 600_000, 52_118, 12_000, 2, 7_412, 734_003_200));
        choose("pump-2");
        person.pictures("devices-account-wrong");
        choose("pump-1");
        person.clicks("#tab-modules");
        person.pictures("devices-modules");
        choose("x".repeat(128));
        person.clicks("#tab-identity");
        person.pictures("devices-long-id");
        assertThat(Path.of("target/pictures/devices-twin-dark.png")).exists();
    }

    private Parent build() {
        page = new DevicesPage(devices, new QueriesInMemory(), OnFx.toolkit(), (place, argument) -> {});
        var frame = new ShellViewModel(Clock.systemUTC());
        var topBar = new TopBar(frame, "north-works", new SimpleObjectProperty<>(Theme.DARK));
        var count = new SimpleLongProperty();
        var shell = new Shell(List.<Page>of(page), new Region(), topBar, new StatusBar(frame, count, count));
        shell.go(Place.DEVICES, "");
        return shell.view();
    }

    private DevicesPage fill() {
        Samples.nodes().forEach(page.news()::hear);
        page.news().hear(device("pump-1", true, Map.of("site", "north", "role", "pump"), true));
        page.news().hear(device("pump-2", false, Map.of("site", "north", "role", "pump"), true));
        page.news().hear(device("camera-gate-4", false, Map.of("site", "south"), false));
        page.news().hear(device("x".repeat(128), true, Map.of("a-rather-long-name", "y".repeat(120)), true));
        devices.addModule(new DeviceId("pump-1"), new NewModule("vibration", Proof.SAS));
        devices.addModule(new DeviceId("pump-1"), new NewModule("m".repeat(128), Proof.SAS));
        devices.twins.put(ClientId.parse("pump-1"), twin());
        return page;
    }

    private static dev.signalbox.workbench.device.Twin twin() {
        return DevicesInMemory.twin(
                "{\n  \"site\": \"north\",\n  \"role\": \"pump\"\n}",
                "{\n  \"limitCelsius\": 82.5,\n  \"report\": {\n    \"everySeconds\": 30,\n    \"what\": [\"temperature\","
                        + " \"pressure\"]\n  },\n  \"firmware\": \"2.4.1\"\n}",
                "{\n  \"limitCelsius\": 80,\n  \"report\": {\n    \"everySeconds\": 30\n  },\n  \"battery\": 0.93\n}",
                "NzQ0YTk4ZjBjZjM=",
                List.of(
                        new Difference("battery", Difference.Kind.EXTRA, "", "0.93"),
                        new Difference("firmware", Difference.Kind.MISSING, "\"2.4.1\"", ""),
                        new Difference("limitCelsius", Difference.Kind.DIFFERS, "82.5", "80"),
                        new Difference("report.what", Difference.Kind.MISSING, "[\"temperature\",\"pressure\"]", "")));
    }

    private static NodeView device(String id, boolean connected, Map<String, String> tags, boolean enabled) {
        return new NodeView(
                new DeviceId(id),
                connected,
                Optional.of(Instant.now().minusSeconds(7300)),
                tags,
                0,
                List.of(),
                Optional.empty(),
                enabled);
    }

    private void account(String id, Account account) {
        Instant now = Instant.now();
        var counted = new AccountView.Counted(account.forwarded(), 64, now.minusSeconds(86_400L * 40));
        devices.accounts.put(new DeviceId(id), new AccountView(account, now.minusSeconds(12), counted));
    }

    private void choose(String id) {
        Pictures.on(() -> {
            page.open(id);
            return page;
        });
    }
}
