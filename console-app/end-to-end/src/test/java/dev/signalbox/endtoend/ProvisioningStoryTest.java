// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.provisioning.Approval;
import dev.signalbox.operator.provisioning.NewToken;
import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.testing.process.Await;
import dev.signalbox.testing.process.ProgramProcess;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A new machine, from its token to what it runs.
class ProvisioningStoryTest {
    private static final DeviceId PRESS = new DeviceId("press-07");

    @TempDir
    Path folder;

    private static String token(Workbench workbench) {
        return workbench
                .provisioning()
                .make(new NewToken(
                        "hall", Optional.empty(), false, List.of(), false, Map.of("site", "north"), Optional.empty()))
                .text();
    }

    private static OperationView waiting(Workbench workbench) {
        return Await.value(
                "a device waits",
                Site.SOON,
                () -> workbench.provisioning().operations().stream()
                        .filter(operation -> operation.state() == OperationState.WAITING)
                        .findFirst());
    }

    private static void approve(Workbench workbench, OperationView operation) {
        workbench.provisioning().approve(operation.id(), new Approval(Optional.of(PRESS), Map.of(), false));
    }

    @Test
    void aNodeShowsItsCodeIsLetInAndRunsWhatIsReleased() throws Exception {
        try (var site = new Site(folder)) {
            var workbench = site.workbench("console");
            var story = new Story(workbench);
            ProgramProcess node = site.introduce("new", List.of("--token", token(workbench)));
            OperationView operation = waiting(workbench);
            node.waitForLine(line -> line.contains(operation.code()), Site.SOON);
            approve(workbench, operation);
            node.waitForLine(line -> line.contains("Node press-07 signed in"), Site.SOON);
            try (var log = new LogBook(workbench)) {
                story.write("Hello", Story.greeting("Hello", "hello from the new one"));
                story.assign("boiler", Assignment.toTag("site", "north"), "Hello");
                story.release("first");
                log.await("press-07", "hello from the new one");
            }
        }
    }

    @Test
    void aNodeThatWasLetInStartsWhileTheHubIsAway() throws Exception {
        try (var site = new Site(folder)) {
            var workbench = site.workbench("console");
            ProgramProcess first = site.introduce("new", List.of("--token", token(workbench)));
            approve(workbench, waiting(workbench));
            first.waitForLine(line -> line.contains("signed in"), Site.SOON);
            site.killHub();
            ProgramProcess again = site.killAndRestartNode("new");
            again.waitForLine(line -> line.contains("link.unreachable"), Site.SOON);
            site.restartHub();
            again.waitForLine(line -> line.contains("Node press-07 signed in"), Site.SOON);
            assertThat(workbench.provisioning().operations()).hasSize(1);
        }
    }
}
