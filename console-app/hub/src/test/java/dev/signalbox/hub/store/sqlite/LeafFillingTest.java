// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.query.PageRequest;
import dev.signalbox.hub.query.Queries;
import dev.signalbox.hub.store.StoredTwin;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class LeafFillingTest {
    @TempDir
    Path folder;

    @Test
    void aStoreFromBeforeThereWereQueriesIsQueriedToo() {
        Path file = folder.resolve("registry.db");
        makeOld(file);
        try (var registry = SqliteRegistry.open(file)) {
            var queries = new Queries(registry);
            assertThat(queries.run(
                                    "SELECT deviceId, tags.site, properties.reported.n FROM devices"
                                            + " WHERE tags.site = 'north' AND properties.reported.n >= 1",
                                    PageRequest.first())
                            .rows())
                    .hasToString("[{\"deviceId\":\"old-1\",\"site\":\"north\",\"n\":1}]");
            registry.commit(records -> {
                records.twins().put(new DeviceId("old-2"), reported(Json.read("{\"n\": 5}", ObjectNode.class)));
                return true;
            });
            assertThat(queries.run("SELECT SUM(properties.reported.n) AS n FROM devices", PageRequest.first())
                            .rows())
                    .hasToString("[{\"n\":6}]");
        }
    }

    @Test
    void nobodyIsConnectedToAHubThatHasJustStarted() {
        Path file = folder.resolve("registry.db");
        makeOld(file);
        try (var registry = SqliteRegistry.open(file)) {
            registry.commit(records -> {
                records.queries().setConnected(ClientId.of(new DeviceId("old-1")), true);
                return true;
            });
            assertThat(connected(registry)).hasSize(1);
        }
        try (var registry = SqliteRegistry.open(file)) {
            assertThat(connected(registry)).isEmpty();
        }
    }

    private static StoredTwin reported(ObjectNode properties) {
        return StoredTwin.fresh().withReported(properties, properties);
    }

    private static List<ObjectNode> connected(SqliteRegistry registry) {
        return new Queries(registry)
                .run("SELECT * FROM devices WHERE connectionState = 'Connected'", PageRequest.first())
                .rows();
    }

    /// A store of the first layout with two devices.
    private static void makeOld(Path file) {
        try (var handle = new Connections(file).open()) {
            Layouts.bringUpToDate(handle, file, List.of("registry-1.sql"));
            for (int i = 1; i <= 2; i++) {
                handle.execute(
                        "INSERT INTO device VALUES (?, 'k', 'k', ?, NULL)",
                        "old-" + i,
                        i == 1 ? "{\"site\":\"north\"}" : "{}");
                handle.execute("INSERT INTO twin VALUES (?, '{}', 1, ?, 2)", "old-" + i, "{\"n\":" + i + "}");
            }
        }
    }
}
