// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.release.Assignment;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Twins and direct methods as back ends use them.
@Timeout(180)
class BackendTwinTest extends OnSite {
    private static final String TWIN = "/twins/pump-1";

    private BackEnd backEnd;

    @BeforeEach
    void start() {
        backEnd = BackEnd.owner(desk);
    }

    @Test
    void whatABackEndWantsReachesTheConnectedDevice() throws Exception {
        var keys = desk.addNode("pump-1", Map.of());
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen();
            patch("{\"properties\":{\"desired\":{\"speed\":{\"now\":3,\"max\":9}}}}");
            assertThat(pump.hears("$iothub/twin/PATCH/properties/desired/?$version=2"))
                    .isEqualTo("{\"speed\":{\"now\":3,\"max\":9},\"$version\":2}");
            patch("{\"properties\":{\"desired\":{\"speed\":{\"now\":null},\"mode\":\"eco\"}}}");
            assertThat(Json.mapper().readTree(pump.hears("$iothub/twin/PATCH/properties/desired/?$version=3")))
                    .isEqualTo(Json.mapper().readTree("{\"speed\":{\"now\":null},\"mode\":\"eco\",\"$version\":3}"));
            backEnd.ask("PUT", TWIN, "{\"properties\":{\"desired\":{\"mode\":\"full\"}}}");
            assertThat(Json.mapper().readTree(pump.hears("$iothub/twin/PATCH/properties/desired/?$version=4")))
                    .isEqualTo(Json.mapper().readTree("{\"speed\":null,\"mode\":\"full\",\"$version\":4}"));
            pump.reports("{\"speed\":7}", OptionalLong.empty());
            JsonNode twin = backEnd.json(TWIN);
            twin.path("properties").forEach(side -> ((ObjectNode) side).remove("$metadata"));
            assertThat(twin.path("properties").toString())
                    .isEqualTo("{\"desired\":{\"mode\":\"full\",\"$version\":4},"
                            + "\"reported\":{\"speed\":7,\"$version\":2}}");
            assertThat(twin.path("connectionState").stringValue()).isEqualTo("Connected");
        }
    }

    @Test
    void anEtagGuardsATwinAndReportsDoNotChangeIt() throws Exception {
        var keys = desk.addNode("pump-1", Map.of());
        String first = backEnd.json(TWIN).path("etag").stringValue();
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen();
            pump.reports("{\"speed\":7}", OptionalLong.empty());
        }
        long version = backEnd.json(TWIN).path("version").longValue();
        assertThat(backEnd.json(TWIN).path("etag").stringValue()).isEqualTo(first);
        var changed = backEnd.ask("PATCH", TWIN, "{\"tags\":{\"hall\":\"B\"}}", "If-Match", "\"" + first + "\"");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(BackEnd.tree(changed).path("version").longValue()).isGreaterThan(version);
        var late = backEnd.ask("PATCH", TWIN, "{\"tags\":{\"hall\":\"C\"}}", "If-Match", "\"" + first + "\"");
        assertThat(late.statusCode()).isEqualTo(412);
        var overridden = backEnd.ask("POST", TWIN, "{\"tags\":{\"hall\":\"D\"}}", "X-HTTP-Method-Override", "PATCH");
        assertThat(BackEnd.tree(overridden).path("tags").path("hall").stringValue())
                .isEqualTo("D");
        assertThat(backEnd.ask("POST", TWIN, "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void tagsOfOperatorsAndOfBackEndsAreTheSameTags() {
        desk.addNode("pump-1", Map.of("hall", "B"));
        patch("{\"tags\":{\"place\":{\"floor\":3},\"line\":4,\"old\":null}}");
        assertThat(tagsOfOperators()).containsExactlyInAnyOrderEntriesOf(Map.of("hall", "B", "line", "4"));
        desk.ask("PUT", Paths.NODES + "/pump-1/tags", Map.of("line", "4", "shift", "late"));
        assertThat(Json.mapper().readTree(backEnd.json(TWIN).path("tags").toString()))
                .isEqualTo(Json.mapper().readTree("{\"place\":{\"floor\":3},\"line\":4,\"shift\":\"late\"}"));
        backEnd.ask("PUT", TWIN, "{\"tags\":{\"only\":true}}");
        assertThat(tagsOfOperators()).isEqualTo(Map.of("only", "true"));
    }

    @Test
    void theHubsOwnPropertyIsNeitherSeenNorChangedNorErased() throws Exception {
        desk.trust();
        var service = desk.save("Heartbeat", "class Heartbeat {}", "");
        var flow = desk.saveFlow("pulse", "Heartbeat", Map.of(), Assignment.toTag("hall", "B"));
        var keys = desk.addNode("pump-1", Map.of());
        assertThat(desk.release(desk.manifest(1, service, flow), flow, desk.owner)
                        .statusCode())
                .isEqualTo(201);
        patch("{\"tags\":{\"hall\":\"B\"}}");
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen();
            assertThat(pump.twin()
                            .path("desired")
                            .path("signalbox")
                            .path("release")
                            .longValue())
                    .isEqualTo(1);
            assertThat(backEnd.get(TWIN).body()).doesNotContain("signalbox");
            assertThat(patch("{\"properties\":{\"desired\":{\"signalbox\":null}}}")
                            .statusCode())
                    .isEqualTo(400);
            backEnd.ask("PUT", TWIN, "{\"tags\":{\"hall\":\"B\"},\"properties\":{\"desired\":{\"a\":1}}}");
            assertThat(pump.hears("$iothub/twin/PATCH/properties/desired/")).startsWith("{\"a\":1,");
            assertThat(pump.twin()
                            .path("desired")
                            .path("signalbox")
                            .path("steps")
                            .size())
                    .isEqualTo(1);
            backEnd.ask("PUT", TWIN, "{\"tags\":{}}");
            assertThat(pump.hears("$iothub/twin/PATCH/properties/desired/")).contains("\"steps\":[]");
        }
    }

    @Test
    void limitsHold() {
        desk.addNode("pump-1", Map.of());
        String nested = "{\"a\":".repeat(11) + "1" + "}".repeat(11);
        for (String bad : List.of(
                "{\"tags\":[1]}",
                "{\"tags\":{\"a.b\":1}}",
                "{\"tags\":{\"$a\":1}}",
                "{\"tags\":" + nested + "}",
                "{\"tags\":{\"a\":4503599627370497}}",
                "{\"tags\":{\"a\":\"" + "x".repeat(4097) + "\"}}",
                "{\"tags\":{\"a\":\"" + "x".repeat(4096) + "\",\"b\":\"" + "x".repeat(4096) + "\"}}",
                "{\"properties\":{\"desired\":" + large(9) + "}}")) {
            assertThat(patch(bad).statusCode()).as(bad).isEqualTo(400);
        }
        assertThat(patch("{\"properties\":{\"desired\":" + large(7) + "}}").statusCode())
                .isEqualTo(200);
        assertThat(backEnd.ask("PATCH", "/twins/none", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void aMethodIsCalledWithBothTimeouts() throws Exception {
        var keys = desk.addNode("pump-1", Map.of());
        String call = "{\"methodName\":\"reboot\",\"payload\":{\"delay\":5},\"responseTimeoutInSeconds\":20,"
                + "\"connectTimeoutInSeconds\":20}";
        var asking =
                java.util.concurrent.CompletableFuture.supplyAsync(() -> backEnd.ask("POST", TWIN + "/methods", call));
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen(Topics.METHOD_CALLS, 0);
            pump.answers(200, "{\"done\":true}");
            var answer = asking.get();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":200,\"payload\":{\"done\":true}}");
            var slow = backEnd.ask("POST", TWIN + "/methods", "{\"methodName\":\"m\",\"responseTimeoutInSeconds\":1}");
            assertMethodError(slow, 504, 504101);
        }
        Site.await(() -> backEnd.ask("GET", TWIN, "").body().contains("\"connectionState\":\"Disconnected\""));
        assertMethodError(backEnd.ask("POST", TWIN + "/methods", "{\"methodName\":\"m\"}"), 404, 404103);
        assertMethodError(backEnd.ask("POST", TWIN + "/methods", "{\"methodName\":\"signalbox.stop\"}"), 400, 400004);
        assertThat(backEnd.ask("POST", "/twins/none/methods", "{\"methodName\":\"m\"}")
                        .body())
                .contains("DeviceNotFound");
    }

    private static void assertMethodError(HttpResponse<String> answer, int status, int number) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(BackEnd.tree(answer).path("Message").stringValue()).contains("\"errorCode\":" + number);
    }

    private HttpResponse<String> patch(String body) {
        return backEnd.ask("PATCH", TWIN, body);
    }

    private Map<String, String> tagsOfOperators() {
        return Json.read(desk.get(Paths.NODES + "/pump-1").body(), NodeView.class)
                .tags();
    }

    private static String large(int texts) {
        var object = Json.mapper().createObjectNode();
        for (int i = 0; i < texts; i++) {
            object.put("t" + i, "x".repeat(4000));
        }
        return Json.writeText(object);
    }
}
