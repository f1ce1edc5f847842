// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.Hub;
import dev.signalbox.hub.HubConfig;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.testing.process.FreePorts;
import dev.signalbox.testing.process.JavaProgram;
import dev.signalbox.testing.process.ProgramProcess;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A package from Maven Central with what it needs: found at the desk, locked, and used by a service on a node.
@Timeout(300)
class MavenCentralTest {
    private static final String CSV = "org.apache.commons:commons-csv:1.14.1";

    /// Uses what comes along too.
    private static final String SOURCE = """
            import org.apache.commons.csv.CSVFormat;
            import org.apache.commons.io.input.CharSequenceReader;

            public class Sheet extends CustomService {
                @Override
                public void start() {
                    try (var rows = CSVFormat.DEFAULT.parse(new CharSequenceReader("a;b,c\\nd,e"))) {
                        debug("the sheet says " + rows.getRecords().getLast().get(1));
                    } catch (java.io.IOException broken) {
                        throw new java.io.UncheckedIOException(broken);
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aPackageOfMavenCentralRunsOnANodeWithWhatItNeeds() throws Exception {
        var config = new HubConfig(
                folder.resolve("hub"),
                "127.0.0.1",
                FreePorts.next(),
                FreePorts.next(),
                Optional.of("acceptance"),
                Clock.systemUTC());
        try (var hub = Hub.start(config);
                var workbench = Workbench.openLocal(folder.resolve("hub"), folder.resolve("console"))) {
            writes(workbench);
            var plan = workbench.releases().plan();
            assertThat(plan.blockers()).isEmpty();
            assertThat(plan.manifest().services().getFirst().packages())
                    .extracting(LockedPackage::coordinates)
                    .anySatisfy(one -> assertThat(one).isEqualTo(CSV))
                    .anyMatch(Pattern.compile("commons-io:commons-io:[0-9.]+").asMatchPredicate())
                    .anyMatch(Pattern.compile("commons-codec:commons-codec:[0-9.]+")
                            .asMatchPredicate())
                    .hasSize(3);
            try (var node = node(workbench)) {
                node.waitForLine(line -> line.contains("signed in"), Site.SOON);
                workbench.releases().release(plan, "with a package of Maven Central");
                node.waitForLine(line -> line.contains("the sheet says e"), Duration.ofMinutes(2));
            }
        }
    }

    private static void writes(Workbench workbench) {
        var made = workbench.services().create("Sheet", Language.JAVA, "");
        workbench
                .services()
                .save(new ServiceDraft(
                        made.name(),
                        made.version(),
                        made.language(),
                        made.state(),
                        "",
                        List.of(),
                        List.of(CSV),
                        SOURCE,
                        made.etag()));
        var flow = workbench.flows().create("office", "");
        var step =
                new Flow.Step("Sheet", "Sheet", Flow.Step.LATEST, Map.of(), Assignment.toTag("site", "north"), 40, 40);
        workbench.flows().save(new Flow(flow.name(), "", List.of(step), List.of(), flow.etag()));
    }

    private ProgramProcess node(Workbench workbench) {
        String token = workbench.nodes().create(new NewDevice(new DeviceId("desk-01"), Map.of("site", "north")));
        return new JavaProgram("dev.signalbox.agent.NodeProgram", List.of("-Xmx96m"))
                .start("node", List.of("--data", folder.resolve("node").toString(), "--token", token));
    }
}
