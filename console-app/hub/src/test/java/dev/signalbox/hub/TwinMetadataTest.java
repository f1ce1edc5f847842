// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.device.DeviceTwin;
import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// When what of a twin last changed, as back ends are told.
@Timeout(180)
class TwinMetadataTest extends OnSite {
    private static final String TWIN = "/twins/pump-1";

    private BackEnd backEnd;
    private DeviceKeys keys;

    @BeforeEach
    void start() {
        backEnd = BackEnd.owner(desk);
        keys = desk.addNode("pump-1", Map.of());
    }

    @Test
    void aNewTwinHasNeverChanged() {
        assertThat(backEnd.json(TWIN).path("properties"))
                .hasToString("{\"desired\":{\"$version\":1,\"$metadata\":{\"$lastUpdated\":\"0001-01-01T00:00:00Z\","
                        + "\"$lastUpdatedVersion\":1}},"
                        + "\"reported\":{\"$version\":1,\"$metadata\":{\"$lastUpdated\":\"0001-01-01T00:00:00Z\"}}}");
    }

    @Test
    void eachPropertySaysWhenAndWithWhichVersionItWasSet() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        patch("{\"speed\":{\"now\":3,\"max\":9},\"list\":[{\"a\":1}]}");
        JsonNode answer = patch("{\"speed\":{\"now\":null,\"min\":1}}");
        JsonNode metadata = answer.at("/properties/desired/$metadata");
        assertThat(metadata.propertyNames()).containsExactly("$lastUpdated", "$lastUpdatedVersion", "speed", "list");
        assertThat(version(metadata)).isEqualTo(3);
        assertThat(version(metadata.path("speed"))).isEqualTo(3);
        assertThat(version(metadata.path("speed").path("max"))).isEqualTo(2);
        assertThat(version(metadata.path("speed").path("min"))).isEqualTo(3);
        assertThat(metadata.path("speed").has("now")).isFalse();
        assertThat(metadata.path("list").propertyNames()).containsExactly("$lastUpdated", "$lastUpdatedVersion");
        assertThat(Instant.parse(metadata.path("$lastUpdated").stringValue())).isBetween(before, Instant.now());
        assertThat(backEnd.json(TWIN)).isEqualTo(answer);
        site.restart();
        try (var again = new Desk(site)) {
            assertThat(new BackEnd(again, "iothubowner", backEnd.key())
                            .json(TWIN)
                            .at("/properties/desired/$metadata"))
                    .isEqualTo(metadata);
        }
    }

    @Test
    void theDeviceIsTheOneThatMakesReportsYoungAndSeesNoMetadata() throws Exception {
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen();
            pump.reports("{\"a\":1,\"b\":{\"c\":1,\"d\":1}}", OptionalLong.empty());
            JsonNode first = reported();
            Site.await(() -> Instant.now().isAfter(time(first).plusMillis(1)));
            pump.reports("{\"b\":{\"c\":1}}", OptionalLong.empty());
            JsonNode second = reported();
            assertThat(time(second))
                    .isAfter(time(first))
                    .isEqualTo(time(second.path("b").path("c")));
            assertThat(time(second.path("b"))).isEqualTo(time(second));
            assertThat(time(second.path("a"))).isEqualTo(time(first));
            assertThat(time(second.path("b").path("d"))).isEqualTo(time(first));
            assertThat(second.has("$lastUpdatedVersion")).isFalse();
            assertThat(pump.twin().path("reported")).hasToString("{\"a\":1,\"b\":{\"c\":1,\"d\":1},\"$version\":3}");
        }
    }

    @Test
    void whoSendsTheWholeTwinBackChangesNothingByThat() throws Exception {
        patch("{\"speed\":3}");
        JsonNode twin = backEnd.json(TWIN);
        assertThat(BackEnd.tree(backEnd.ask("PUT", TWIN, twin.toString()))).isEqualTo(twin);
        assertThat(BackEnd.tree(backEnd.ask("PATCH", TWIN, twin.toString()))).isEqualTo(twin);
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen();
            pump.reports("{\"a\":1}", OptionalLong.empty());
            ObjectNode all = (ObjectNode) backEnd.json(TWIN).at("/properties/reported");
            assertThat(pump.reports(all.put("b", 2).toString(), OptionalLong.empty()))
                    .contains("/res/204/");
            assertThat(pump.twin().path("reported")).hasToString("{\"a\":1,\"b\":2,\"$version\":3}");
        }
    }

    @Test
    void queriesShowItAndAskForIt() throws Exception {
        desk.addNode("pump-2", Map.of());
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen();
            pump.reports("{\"a\":1}", OptionalLong.empty());
            patch("{\"speed\":3}");
            String changed = "properties.reported.$metadata.a.$lastUpdated";
            assertThat(rows("SELECT deviceId, " + changed + " AS at FROM devices WHERE " + changed + " > '2020'"))
                    .hasToString("[{\"deviceId\":\"pump-1\",\"at\":\""
                            + time(reported().path("a")) + "\"}]");
            assertThat(rows("SELECT deviceId FROM devices WHERE properties.desired.$metadata.$lastUpdatedVersion = 1"))
                    .hasToString("[{\"deviceId\":\"pump-2\"}]");
            assertThat(rows("SELECT deviceId FROM devices WHERE properties.reported.$metadata.$lastUpdated < '2020'"))
                    .hasToString("[{\"deviceId\":\"pump-2\"}]");
            assertThat(rows("SELECT * FROM devices").get(0)).isEqualTo(backEnd.json(TWIN));
        }
    }

    @Test
    void operatorsSeePropertiesOnly() {
        patch("{\"speed\":3}");
        var twin = Json.read(desk.get(Paths.DEVICES + "/pump-1/twin").body(), DeviceTwin.class);
        assertThat(twin.desired().document()).hasToString("{\"speed\":3}");
        assertThat(twin.desired().changedAt()).isPresent();
        assertThat(twin.reported().changedAt()).isEmpty();
    }

    private JsonNode patch(String desired) {
        return BackEnd.tree(backEnd.ask("PATCH", TWIN, "{\"properties\":{\"desired\":" + desired + "}}"));
    }

    private JsonNode reported() {
        return backEnd.json(TWIN).at("/properties/reported/$metadata");
    }

    private JsonNode rows(String query) {
        return BackEnd.tree(backEnd.ask("POST", "/devices/query", "{\"query\":\"" + query + "\"}"));
    }

    private static long version(JsonNode metadata) {
        return metadata.path("$lastUpdatedVersion").longValue();
    }

    private static Instant time(JsonNode metadata) {
        return Instant.parse(metadata.path("$lastUpdated").stringValue());
    }
}
