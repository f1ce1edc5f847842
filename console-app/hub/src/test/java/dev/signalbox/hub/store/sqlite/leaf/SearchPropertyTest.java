// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.device.Devices;
import dev.signalbox.hub.store.QueryRecords.Found;
import dev.signalbox.hub.store.QueryRecords.Position;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.StoredDevice;
import dev.signalbox.hub.store.StoredModule;
import dev.signalbox.hub.store.StoredRegistration;
import dev.signalbox.hub.store.StoredTwin;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.protocol.codec.query.QueryParser;
import dev.signalbox.protocol.codec.query.QueryWriter;
import dev.signalbox.protocol.codec.query.Rows;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.query.Query;
import dev.signalbox.protocol.query.Source;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What SQLite finds is what the evaluator finds in the documents. Set `signalbox.seed` to see the same ones again.
class SearchPropertyTest {
    private static final int DEVICES = 120;
    private static final int QUERIES = 4_000;
    private static final List<Effort> EFFORTS =
            List.of(Effort.USUAL, new Effort(0, 5, 0), new Effort(0, 5, 30), new Effort(3, 10, 1000));

    @TempDir
    Path folder;

    @Test
    void whatTheStoreFindsIsWhatTheDocumentsSay() {
        long seed = Long.getLong("signalbox.seed", System.nanoTime());
        System.out.println("signalbox.seed=" + seed);
        var chance = new Chance(seed);
        Path file = folder.resolve("registry.db");
        try (var registry = SqliteRegistry.open(file);
                var handle = Jdbi.create("jdbc:sqlite:" + file).open()) {
            registry.commit(records -> fill(records, chance));
            for (Source source : List.of(Source.DEVICES, Source.MODULES)) {
                List<ObjectNode> documents = registry.read(records -> documents(records, handle, source));
                var queries = new RandomQuery(chance, source);
                int hits = 0;
                for (int i = 0; i < QUERIES; i++) {
                    hits += holds(handle, queries.query(), documents, chance) ? 1 : 0;
                }
                assertThat(hits).as("some must find something").isGreaterThan(QUERIES / 5);
            }
        }
    }

    private static boolean fill(Records records, Chance chance) {
        for (int i = 0; i < DEVICES; i++) {
            var id = new DeviceId("device-" + i);
            Optional<Instant> seen = chance.in(2) ? Optional.of(Instant.ofEpochMilli(i * 100L)) : Optional.empty();
            Devices.add(records, new StoredDevice(id, "k", "k", tags(chance), seen));
            change(records, ClientId.of(id), chance);
            for (int module = chance.random.nextInt(3); module > 0; module--) {
                String name = "module-" + module;
                records.registrations().putModule(id, new StoredModule(name, "k", "k", "", StoredRegistration.fresh()));
                change(records, new ClientId(id, Optional.of(name)), chance);
            }
            if (chance.in(10)) {
                records.devices().delete(id);
            }
        }
        return true;
    }

    private static void change(Records records, ClientId id, Chance chance) {
        StoredTwin twin = StoredTwin.fresh();
        for (int change = chance.random.nextInt(3); change >= 0; change--) {
            ObjectNode reported = chance.object(0);
            ObjectNode desired = chance.object(2);
            twin = twin.withReported(reported, chance.object(0)).withDesired(desired, desired);
            records.twins().put(id, twin);
        }
        records.queries().setConnected(id, chance.in(2));
        if (chance.in(2)) {
            records.twins().putTags(id, chance.object(2));
        }
    }

    private static Map<String, String> tags(Chance chance) {
        Map<String, String> tags = new LinkedHashMap<>();
        chance.object(4).properties().forEach(tag -> tags.put(tag.getKey(), chance.text()));
        return tags;
    }

    private static List<ObjectNode> documents(Records records, Handle handle, Source source) {
        return handle.createQuery(
                        "SELECT s.device, s.module, l.value FROM subject s JOIN leaf l ON l.subject = s.number"
                                + " JOIN path p ON p.number = l.path WHERE p.text = ? ORDER BY s.number")
                .bind(0, Kind.of(source).prefix() + "connectionState")
                .map((row, context) -> {
                    Optional<String> module = Optional.of(row.getString(2)).filter(name -> !name.isEmpty());
                    return records.twins()
                            .document(
                                    new ClientId(new DeviceId(row.getString(1)), module),
                                    row.getString(3).equals("Connected"))
                            .orElseThrow();
                })
                .list();
    }

    private static boolean holds(Handle handle, Query query, List<ObjectNode> documents, Chance chance) {
        String told = query.where().map(QueryWriter::write).orElse("") + "\n" + query;
        query.where()
                .ifPresent(condition -> assertThat(QueryParser.twinCondition(QueryWriter.write(condition)))
                        .as(told)
                        .isEqualTo(condition));
        List<ObjectNode> expected = Rows.of(query, documents.stream());
        var search = new Search(handle, chance.oneOf(EFFORTS));
        List<ObjectNode> found =
                query.isGrouped() ? search.groups(query, 0, 1000) : devices(search, query, documents, chance);
        assertThat(found).as(told).hasToString(expected.toString());
        return !expected.isEmpty();
    }

    private static List<ObjectNode> devices(Search search, Query query, List<ObjectNode> documents, Chance chance) {
        int most = 1 + chance.random.nextInt(DEVICES);
        List<Found> all = new ArrayList<>();
        List<Found> page = search.find(query, Position.START, most);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = search.find(query, page.getLast().position(), most);
        }
        return all.stream()
                .map(found -> documents.stream()
                        .filter(document -> id(document).equals(found.id()))
                        .findAny()
                        .orElseThrow())
                .map(document -> Rows.row(query, document))
                .toList();
    }

    private static ClientId id(ObjectNode document) {
        return new ClientId(
                new DeviceId(document.get("deviceId").stringValue()),
                Optional.ofNullable(document.get("moduleId")).map(JsonNode::stringValue));
    }
}
