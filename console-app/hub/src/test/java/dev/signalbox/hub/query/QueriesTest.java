// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.hub.device.Devices;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.hub.twin.Twins;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class QueriesTest {
    @TempDir
    Path folder;

    SqliteRegistry registry;
    Queries queries;

    @BeforeEach
    void open() {
        registry = SqliteRegistry.open(folder.resolve("registry.db"));
        queries = new Queries(registry);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void aQueryFollowsTwinsTagsAndTheRegistry() {
        add("pump-1", Map.of("site", "north"));
        add("pump-2", Map.of("site", "south"));
        report("pump-1", "{\"pressure\": 5, \"mode\": {\"name\": \"auto\"}}");
        report("pump-2", "{\"pressure\": 7}");
        assertThat(devices("tags.site = 'north' AND properties.reported.pressure < 6"))
                .containsExactly("pump-1");

        report("pump-1", "{\"pressure\": 9, \"mode\": null}");
        assertThat(devices("properties.reported.pressure > 6")).containsExactly("pump-1", "pump-2");
        assertThat(devices("IS_DEFINED(properties.reported.mode)")).isEmpty();

        commit(records -> Devices.setTags(records, new DeviceId("pump-2"), Map.of("floor", "2")));
        assertThat(devices("tags.site != 'north'")).isEmpty();
        assertThat(devices("tags.floor = '2'")).containsExactly("pump-2");

        commit(records -> Devices.delete(records, new DeviceId("pump-2")));
        assertThat(devices("deviceId != ''")).containsExactly("pump-1");
    }

    @Test
    void pagesFollowOneAnotherUntilTheLast() {
        for (int i = 0; i < 25; i++) {
            add("pump-" + i, Map.of("even", String.valueOf(i % 2 == 0)));
        }
        for (String order : List.of("", " ORDER BY deviceId DESC")) {
            assertThat(pages("SELECT deviceId FROM devices WHERE tags.even = 'true'" + order, 5))
                    .containsExactly(5, 5, 3);
            assertThat(pages("SELECT TOP 10 deviceId FROM devices" + order, 5)).containsExactly(5, 5);
            assertThat(pages("SELECT TOP 7 deviceId FROM devices" + order, 5)).containsExactly(5, 2);
        }
        assertThat(pages("SELECT deviceId, COUNT() FROM devices GROUP BY deviceId", 10))
                .containsExactly(10, 10, 5);
        assertThat(pages("SELECT COUNT() AS devices FROM devices", 10)).containsExactly(1);
        assertThat(queries.run("SELECT * FROM devices", new PageRequest(1_000_000, Optional.empty()))
                        .rows())
                .hasSize(25);
    }

    @Test
    void rowsAreDocumentsOrColumns() {
        add("pump-1", Map.of("site", "north"));
        report("pump-1", "{\"pressure\": 5.5}");
        JsonNode twin = rows("SELECT * FROM devices").getFirst();
        assertThat(twin.at("/tags/site").asString()).isEqualTo("north");
        assertThat(twin.at("/connectionState").asString()).isEqualTo("Disconnected");
        assertThat(twin.at("/properties/reported/$version").asLong()).isEqualTo(2);
        assertThat(rows("SELECT DeviceId, properties.reported.pressure AS p, tags.no FROM devices"))
                .hasToString("[{\"deviceId\":\"pump-1\",\"p\":5.5}]");
        assertThat(rows("SELECT * FROM devices.modules")).isEmpty();
    }

    @Test
    void whatIsTheHubsOwnInATwinIsNotSeen() {
        add("pump-1", Map.of());
        commit(records -> Twins.order(records, new DeviceId("pump-1"), Map.of("release", 3)));
        assertThat(devices("IS_DEFINED(properties.desired.signalbox)")).isEmpty();
        assertThat(devices("properties.desired['signalbox'].release = 3")).isEmpty();
        assertThat(rows("SELECT properties.desired.signalbox AS mine, properties.desired AS all FROM devices"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("all").propertyNames()).containsExactly("$version", "$metadata"))
                .satisfies(row -> assertThat(row.at("/all/$metadata").propertyNames())
                        .containsExactly("$lastUpdated", "$lastUpdatedVersion"));
    }

    @Test
    void aContinuationIsGoodForItsQueryOnly() {
        add("pump-1", Map.of());
        add("pump-2", Map.of());
        var continuation = queries.run("SELECT * FROM devices", new PageRequest(1, Optional.empty()))
                .continuation();
        assertThat(continuation).isPresent();
        for (String other : List.of(continuation.get(), "!", "e30", "bnVsbA")) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(
                            () -> queries.run("SELECT deviceId FROM devices", new PageRequest(1, Optional.of(other))))
                    .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo("query.continuation-refused"));
        }
    }

    @Test
    void textsInAQueryStayTexts() {
        add("pump-1", Map.of("it's", "') OR 1=1 --"));
        assertThat(devices("tags['it\\'s'] = '\\') OR 1=1 --'")).containsExactly("pump-1");
        assertThat(devices("tags['\\') OR 1=1 --'] = 'x'")).isEmpty();
    }

    private void add(String id, Map<String, String> tags) {
        commit(records -> Devices.add(records, new NewDevice(new DeviceId(id), tags)));
    }

    private void commit(java.util.function.Consumer<dev.signalbox.hub.store.Records> work) {
        registry.commit(records -> {
            work.accept(records);
            return true;
        });
    }

    private void report(String id, String patch) {
        new Twins(registry)
                .report(ClientId.of(new DeviceId(id)), Json.mapper().readTree(patch), OptionalLong.empty())
                .join();
    }

    private List<String> devices(String condition) {
        return rows("SELECT deviceId FROM devices WHERE " + condition).stream()
                .map(row -> row.get("deviceId").stringValue())
                .toList();
    }

    private List<? extends JsonNode> rows(String query) {
        return queries.run(query, PageRequest.first()).rows();
    }

    private List<Integer> pages(String query, int most) {
        List<Integer> sizes = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page page = queries.run(query, new PageRequest(most, next));
            sizes.add(page.rows().size());
            page.rows().forEach(row -> seen.add(row.toString()));
            next = page.continuation();
        } while (next.isPresent());
        assertThat(seen).doesNotHaveDuplicates();
        return sizes;
    }
}
