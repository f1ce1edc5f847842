// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import dev.signalbox.operator.device.NewIdentity;
import dev.signalbox.operator.device.Proof;
import dev.signalbox.operator.provisioning.NewToken;
import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.testing.process.Await;
import dev.signalbox.testing.process.ProgramProcess;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated(Window.ALONE)
class WaitingStoryTest {
    @TempDir
    Path folder;

    @Test
    void aPersonComparesTheCodeAndLetsTheMachineIn() throws Exception {
        try (var site = new Site(folder)) {
            Workbench workbench = site.workbench("console");
            ProgramProcess press = asks(site, workbench, "press-0417", "press hall, November");
            asks(site, workbench, "gateway-02", "gateways");
            workbench.devices().create(new NewIdentity(new DeviceId("press-0418"), Map.of(), Proof.SAS));
            asks(site, workbench, "press-0418", "press hall, October");
            OperationView wanted = waiting(workbench, "press-0417");
            waiting(workbench, "gateway-02");
            waiting(workbench, "press-0418");
            press.waitForLine(line -> line.contains(wanted.code()), Site.SOON);
            try (var window = new Window(site.hubFolder().resolve("hub.json"), folder.resolve("console"))) {
                window.goTo("waiting");
                window.awaitText(wanted.code());
                window.awaitText("gateway-02");
                window.awaitText("a device of this id exists");
                window.savePictures("waiting");
                window.click("#approve-" + wanted.code());
                window.click("#approve-now");
                press.waitForLine(line -> line.contains("Node press-0417 signed in"), Site.SOON);
            }
        }
    }

    private static ProgramProcess asks(Site site, Workbench workbench, String id, String token) {
        String text = workbench
                .provisioning()
                .make(new NewToken(
                        token,
                        Optional.of(new DeviceId(id)),
                        false,
                        List.of(),
                        false,
                        Map.of("site", "north"),
                        Optional.empty()))
                .text();
        return site.introduce(id, List.of("--token", text));
    }

    private static OperationView waiting(Workbench workbench, String id) {
        return Await.value(
                id + " waits",
                Site.SOON,
                () -> workbench.provisioning().operations().stream()
                        .filter(operation -> operation.state() == OperationState.WAITING)
                        .filter(operation -> operation
                                .wanted()
                                .map(DeviceId::value)
                                .filter(id::equals)
                                .isPresent())
                        .findFirst());
    }
}
