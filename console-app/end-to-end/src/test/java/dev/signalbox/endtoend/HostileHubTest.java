// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.Ed25519;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.ReleaseState;
import dev.signalbox.protocol.trust.Envelope;
import dev.signalbox.testing.process.Await;
import dev.signalbox.testing.process.ProgramProcess;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody has the hub's disk in hand. Nodes must not run what the operators did not sign.
class HostileHubTest {
    private static final String NODE = "press-01";

    @TempDir
    Path folder;

    @Test
    void aSourceChangedInTheHubsStoreIsRefusedAndTheRunningReleaseRunsOn() throws Exception {
        refusesAfter(
                "release.digest-wrong",
                (sql, site) -> sql.execute(
                        "UPDATE bundle SET source = CAST(replace(CAST(source AS TEXT), 'second', 'stolen') AS BLOB)"));
    }

    @Test
    void aReleaseSignedByAForeignKeyIsRefused() throws Exception {
        refusesAfter("trust.signature-refused", (sql, site) -> {
            var row = sql.executeQuery("SELECT envelope FROM release WHERE number = 2");
            row.next();
            byte[] payload = Dsse.payload(Json.read(row.getString(1), Envelope.class));
            row.close();
            String forged = Json.writeText(Dsse.sign(Envelope.RELEASE, payload, Ed25519.generate()));
            sql.execute("UPDATE release SET envelope = '" + forged + "' WHERE number = 2");
        });
    }

    @Test
    void anOldReleaseOrderedAgainIsRefused() throws Exception {
        try (var site = new Site(folder)) {
            var workbench = site.workbench("console");
            releaseTwice(site, workbench, true);
            site.awaitRelease(workbench, NODE, 2);
            site.killHub();
            withStore(site, (sql, there) -> sql.execute("DELETE FROM release WHERE number = 2"));
            site.restartHub();
            NodeReport report = awaitRefusal(workbench, "release.older");
            assertThat(report.running()).isEqualTo(2);
        }
    }

    private void refusesAfter(String code, Tampering tampering) throws Exception {
        try (var site = new Site(folder)) {
            var workbench = site.workbench("console");
            releaseTwice(site, workbench, false);
            site.killHub();
            withStore(site, tampering);
            site.restartHub();
            ProgramProcess node = site.startNode(NODE);
            NodeReport report = awaitRefusal(workbench, code);
            assertThat(report.running()).isEqualTo(1);
            assertThat(node.lines()).anyMatch(line -> line.contains(code));
        }
    }

    /// The first release runs on the node; the second is made while the node is away, unless it is to see that too.
    private static void releaseTwice(Site site, Workbench workbench, boolean nodeThere) {
        var story = new Story(workbench);
        ProgramProcess node = site.addNode(workbench, NODE, Map.of("site", "north"));
        story.write("Hello", Story.greeting("Hello", "first"));
        story.assign("boiler", Assignment.toTag("site", "north"), "Hello");
        story.release("first");
        site.awaitRelease(workbench, NODE, 1);
        if (!nodeThere) {
            node.kill();
        }
        story.change("Hello", Story.greeting("Hello", "second"));
        story.release("second");
    }

    private static NodeReport awaitRefusal(Workbench workbench, String code) {
        return Await.value(
                "the node refuses with " + code,
                Site.SOON,
                () -> workbench.nodes().list().stream()
                        .map(view -> view.report().filter(report -> refused(report, code)))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static boolean refused(NodeReport report, String code) {
        return report.state() == ReleaseState.REFUSED
                && report.problem()
                        .filter(problem -> problem.code().equals(code))
                        .isPresent();
    }

    private static void withStore(Site site, Tampering tampering) throws Exception {
        try (var connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + site.hubFolder().resolve("registry.db"));
                var statement = connection.createStatement()) {
            tampering.on(statement, site);
        }
    }

    @FunctionalInterface
    private interface Tampering {
        void on(java.sql.Statement sql, Site site) throws Exception;
    }
}
