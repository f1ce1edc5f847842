// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Note;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.session.HubContact;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.operator.session.SignIn;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.Assignment;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorTest {
    @TempDir
    Path folder;

    Site site;

    @BeforeEach
    void start() {
        site = new Site(folder.resolve("hub"));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void theOwnersTokenIsGoodUntilASessionItGrantedIsUsed() {
        String token = site.ownerToken().orElseThrow();
        try (var lost = Desk.signedIn(site);
                var desk = Desk.signedIn(site)) {
            assertThat(site.ownerToken()).isPresent();
            assertThat(desk.get(Paths.SERVICES).statusCode()).isEqualTo(200);
            assertThat(site.ownerToken()).isEmpty();
            assertThat(desk.ask("POST", Paths.SIGN_IN, new SignIn("owner", token))
                            .statusCode())
                    .isEqualTo(401);
            site.restart();
            assertThat(site.ownerToken()).isEmpty();
            assertThat(desk.get(Paths.SERVICES).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void nobodyElseIsLetIn() {
        try (var desk = new Desk(site)) {
            desk.bearer = "made-up";
            for (String path : List.of(Paths.SERVICES, Paths.NODES, Paths.LIVE_LOGS, "/api/v1/nothing")) {
                assertThat(desk.get(path).statusCode()).as(path).isEqualTo(401);
            }
            assertThat(desk.ask("POST", Paths.SIGN_IN, new SignIn("owner", "guess"))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(desk.get("/nothing").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void anEditFromAnOldEtagIsRefusedAndChangesNothing() {
        try (var desk = Desk.signedIn(site)) {
            var first = desk.save("Ping", "one", "");
            var second = desk.save("Ping", "two", first.etag());
            var stale = desk.ask("PUT", Paths.SERVICES + "/Ping/0.1", first);
            assertThat(stale.statusCode()).isEqualTo(412);
            assertThat(stale.body()).contains("service.edited-meanwhile");
            var byHeader = desk.send(desk.request(Paths.SERVICES + "/Ping/0.1")
                    .header("Authorization", "Bearer " + desk.bearer)
                    .header("If-Match", "\"" + second.etag() + "\"")
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(Json.write(first))));
            assertThat(byHeader.statusCode()).isEqualTo(200);
            var flow = desk.saveFlow("flow", "Ping", Map.of(), Assignment.NONE);
            assertThat(desk.ask("PUT", Paths.FLOWS + "/flow", new Flow("flow", "", List.of(), List.of(), ""))
                            .statusCode())
                    .isEqualTo(412);
            assertThat(Json.read(desk.get(Paths.FLOWS + "/flow").body(), Flow.class))
                    .isEqualTo(flow);
        }
    }

    @Test
    void aNoteIsKeptWithItsFlowAndOneThatSaysNothingOrTooMuchIsRefused() {
        try (var desk = Desk.signedIn(site)) {
            var flow = new Flow("flow", "", List.of(), List.of(), List.of(new Note("why", 8, 16)), "");
            assertThat(desk.ask("PUT", Paths.FLOWS + "/flow", flow).statusCode())
                    .isEqualTo(200);
            Flow stored = Json.read(desk.get(Paths.FLOWS + "/flow").body(), Flow.class);
            assertThat(stored.notes()).containsExactlyElementsOf(flow.notes());
            for (String text : List.of(" ", "x".repeat(Note.LONGEST + 1))) {
                var refused = desk.ask("PUT", Paths.FLOWS + "/flow", stored.withNotes(List.of(new Note(text, 0, 0))));
                assertThat(refused.statusCode()).isEqualTo(400);
                assertThat(refused.body()).contains("a note has 1 to 2,000 characters");
            }
        }
    }

    @Test
    void whatAnAuthorWroteIsThereAfterARestart() {
        try (var desk = Desk.signedIn(site)) {
            var draft = desk.save("Ping", "class Ping { /* \u00fc */ }", "");
            var flow = desk.saveFlow("flow", "Ping", Map.of("every", "5"), Assignment.toTag("a", "b"));
            site.restart();
            assertThat(Json.read(desk.get(Paths.SERVICES + "/Ping/0.1").body(), ServiceDraft.class))
                    .isEqualTo(draft);
            assertThat(Json.read(desk.get(Paths.FLOWS).body(), Flow[].class)).containsExactly(flow);
            assertThat(desk.ask("DELETE", Paths.SERVICES + "/Ping/0.1", "").statusCode())
                    .isEqualTo(204);
            assertThat(desk.ask("DELETE", Paths.FLOWS + "/flow", "").statusCode())
                    .isEqualTo(204);
            assertThat(desk.get(Paths.FLOWS + "/flow").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void badRequestsAreExplained() {
        try (var desk = Desk.signedIn(site)) {
            assertExplained(desk.ask("PUT", Paths.SERVICES + "/Ping/0.1", Map.of("name", 3)), 400);
            assertExplained(desk.ask("PUT", Paths.SERVICES + "/Ping/x", ""), 400);
            assertExplained(desk.ask("POST", Paths.NODES, Map.of("id", "a b", "tags", Map.of())), 400);
            assertExplained(desk.ask("POST", Paths.NODES, Map.of("id", "ok")), 400);
            assertExplained(desk.ask("DELETE", Paths.NODES + "/nobody", ""), 404);
            assertExplained(desk.ask("PATCH", Paths.NODES, ""), 405);
            desk.addNode("pump-1", Map.of());
            assertExplained(desk.ask("POST", Paths.NODES, Map.of("id", "pump-1", "tags", Map.of())), 409);
            assertExplained(desk.ask("PUT", Paths.NODES + "/pump-1/tags", Map.of("a", 1)), 400);
            assertExplained(
                    desk.ask("PUT", Paths.TRUST, Map.of("payloadType", "x", "payload", "x", "signatures", List.of())),
                    400);
        }
    }

    @Test
    void theFolderIsPrivateAndTellsHowToReachTheHub() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(site.folder)))
                .isEqualTo("rwx------");
        for (String file : List.of("owner.token", "secret.key", "ca.pem", "server.pem", "hub.json")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(site.folder.resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
        var contact = Json.read(Files.readAllBytes(site.folder.resolve("hub.json")), HubContact.class);
        assertThat(contact).isEqualTo(site.contact());
        assertThat(site.folder.resolve("ca-certificate.pem"))
                .as("to be given away: no private key in it")
                .hasContent(contact.caPem());
    }

    @Test
    void aSecondHubOnTheFolderIsRefused() {
        assertProblem("folder.in-use", HubConfig.inFolder(site.folder).onFreePorts());
    }

    @Test
    void aPortInUseIsNamed() {
        int port = site.address().httpsPort();
        var config = HubConfig.inFolder(folder.resolve("other")).onFreePorts();
        assertProblem(
                "hub.port-in-use",
                new HubConfig(config.data(), config.host(), 0, port, config.workspace(), config.clock()));
        Hub.start(config).close();
    }

    @Test
    void aDamagedStoreIsNamed() throws Exception {
        site.close();
        Files.writeString(site.folder.resolve("registry.db"), "this is not a database, not at all ".repeat(200));
        Files.deleteIfExists(site.folder.resolve("registry.db-wal"));
        assertProblem("store.unreadable", HubConfig.inFolder(site.folder).onFreePorts());
    }

    @Test
    void aFileInsteadOfAFolderIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertProblem("folder.not-writable", HubConfig.inFolder(file).onFreePorts());
    }

    private static void assertProblem(String code, HubConfig config) {
        assertThatThrownBy(() -> Hub.start(config).close())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem().code()).isEqualTo(code));
    }

    private static void assertExplained(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\"").contains("\"remedy\"");
    }
}
