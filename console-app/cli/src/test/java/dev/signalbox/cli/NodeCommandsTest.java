// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.device.client.DeviceClient;
import dev.signalbox.operator.session.HubContact;
import dev.signalbox.protocol.stream.MessageIds;
import dev.signalbox.testing.process.Await;
import dev.signalbox.testing.tls.Trusting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is asked of nodes, and told of devices.
class NodeCommandsTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void whatIsSwitchedOffIsShownAndANodeThatIsAwayHearsOfItLater() throws Exception {
        shell.startHub();
        assertThat(shell.on(Shell.with(List.of("services", "push"), Shell.samples("services", ".java"))))
                .isZero();
        assertThat(shell.on(Shell.with(List.of("flows", "push"), Shell.samples("flows", ".json"))))
                .isZero();
        assertThat(shell.on("nodes", "add", "press-01", "--tag", "site=north")).isZero();
        assertThat(shell.on("release")).isZero();

        assertThat(shell.on("nodes", "step", "disable", "press-01", "boiler/watch"))
                .isZero();
        assertThat(shell.said()).contains("boiler/watch is disabled on press-01, which hears of it when it comes.");
        assertThat(shell.on("nodes", "step", "disable", "press-01", "boiler/nothing"))
                .isEqualTo(1);
        assertThat(shell.complained()).contains("is not to run a step boiler/nothing");
        assertThat(shell.on("nodes", "step", "enable", "press-01", "boiler/watch"))
                .isZero();
        assertThat(shell.on("nodes", "maintenance", "press-01", "on")).isZero();
        assertThat(shell.on("nodes", "list")).isZero();
        assertThat(shell.said()).contains("away, in maintenance");
        assertThat(shell.on("nodes", "maintenance", "press-01", "off")).isZero();
        assertThat(shell.on("nodes", "disable", "press-01")).isZero();
        assertThat(shell.on("nodes", "list")).isZero();
        assertThat(shell.said()).contains("away, disabled");
        assertThat(shell.on("nodes", "enable", "press-01")).isZero();
        assertThat(shell.on("flows", "disable", "pulse")).isZero();
        assertThat(shell.on("flows", "list")).isZero();
        assertThat(shell.said()).containsPattern("pulse +disabled").containsPattern("boiler +enabled");
        assertThat(shell.on("flows", "enable", "pulse")).isZero();
        assertThat(shell.on("flows", "disable", "nothing")).isEqualTo(1);
    }

    @Test
    void aNodeThatIsAwayCannotBeAskedAndThatIsSaid() {
        shell.startHub();
        assertThat(shell.on("nodes", "add", "press-01")).isZero();
        for (List<String> verb : List.of(
                List.of("ping", "press-01"),
                List.of("restart", "press-01"),
                List.of("sync", "press-01"),
                List.of("converge", "press-01"),
                List.of("step", "restart", "press-01", "boiler/watch"),
                List.of("step", "pause", "press-01", "boiler/watch"),
                List.of("step", "next", "press-01", "boiler/watch"),
                List.of("step", "resume", "press-01", "boiler/watch"),
                List.of("step", "call", "press-01", "boiler/watch", "{}"),
                List.of("log", "level", "press-01", "WARNING", "--for", "PT5M"),
                List.of("log", "read", "press-01", "--from", "PT2H"))) {
            shell.forgetComplaints();
            assertThat(shell.on(Shell.with(List.of("nodes"), verb)))
                    .as(verb.toString())
                    .isEqualTo(1);
            assertThat(shell.complained()).as(verb.toString()).contains("press-01 is not connected");
        }
        assertThat(shell.on("nodes", "drift")).isZero();
        assertThat(shell.on("nodes", "converge")).isZero();
        assertThat(shell.on("nodes", "ping", "nobody")).isEqualTo(1);
        assertThat(shell.complained()).contains("does not know a node called nobody");
        assertThat(shell.on("nodes", "step", "stop", "press-01", "watch")).isEqualTo(1);
        assertThat(shell.complained()).contains("flow/step");
        assertThat(shell.on("nodes", "log", "read", "press-01", "--from", "noon"))
                .isEqualTo(1);
        assertThat(shell.complained()).contains("\"noon\" is no time");
        assertThat(shell.on("nodes", "maintenance", "press-01", "maybe")).isEqualTo(2);
    }

    @Test
    void aDeviceThatToldNoAccountIsSaidToHaveToldNone() {
        shell.startHub();
        assertThat(shell.on("nodes", "add", "pump-1")).isZero();
        assertThat(shell.on("devices", "account", "pump-1")).isEqualTo(1);
        assertThat(shell.complained()).contains("no account of a device called pump-1");
    }

    @Test
    void whatBecameOfADevicesMessagesIsPrinted() throws Exception {
        shell.startHub();
        assertThat(shell.on("nodes", "add", "pump-1")).isZero();
        assertThat(shell.on("nodes", "connection-string", "pump-1")).isZero();
        String string = shell.said()
                .lines()
                .filter(line -> line.startsWith("HostName="))
                .findFirst()
                .orElseThrow();
        try (var pump = pump(string)) {
            pump.createStreamSender().sendMessage("{}", MessageIds.NONE);
        }
        try (var pump = pump(string)) {
            Await.until(
                    "it has told its account",
                    Duration.ofSeconds(60),
                    () -> shell.on("devices", "account", "pump-1") == 0
                            && shell.said()
                                    .matches("(?s).*forwarded +1\\R.*agrees +yes\\R.*stored by the hub +1\\R.*"));
            assertThat(pump.account().agrees()).isTrue();
        }
        assertThat(shell.on("devices", "account", "pump-1", "--json")).isZero();
        assertThat(shell.said()).contains("\"forwarded\" : 1");
    }

    private DeviceClient pump(String connectionString) throws InterruptedException {
        HubContact contact = shell.hub().contact();
        return DeviceClient.builder()
                .connectionString(connectionString)
                .ports(contact.address().mqttPort(), contact.address().httpsPort())
                .trust(Trusting.context(contact.caPem()))
                .folder(folder.resolve("pump-1"))
                .start();
    }
}
