// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.TwinDocument;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// Whatever changes a twin, its leaves say the same. Set `signalbox.seed` to see the same changes again.
class LeafCoherenceTest {
    private static final int WRITES = 1_500;
    private static final int BETWEEN_LOOKS = 25;

    @TempDir
    Path folder;

    @Test
    void theLeavesSayWhatTheTwinsSayWhateverWasWritten() {
        long seed = Long.getLong("signalbox.seed", System.nanoTime());
        System.out.println("signalbox.seed=" + seed);
        Path file = folder.resolve("registry.db");
        try (var handle = Jdbi.create("jdbc:sqlite:" + file).open()) {
            int written;
            try (var registry = SqliteRegistry.open(file)) {
                written = write(new RandomWrites(new Chance(seed), registry), registry, handle);
            }
            assertThat(written).as("most are not refused").isGreaterThan(WRITES / 3);
            try (var again = SqliteRegistry.open(file)) {
                assertThat(leaves(handle)).isEqualTo(documents(again, handle, Map.of()));
            }
        }
    }

    private static int write(RandomWrites writes, RegistryStore store, Handle handle) {
        int written = 0;
        for (int i = 0; i < WRITES; i++) {
            written += writes.write() ? 1 : 0;
            if (i % BETWEEN_LOOKS == 0) {
                var leaves = leaves(handle);
                assertThat(leaves).isEqualTo(documents(store, handle, leaves));
                assertThat(unused(handle)).as("paths nobody has").isZero();
            }
        }
        return written;
    }

    /// Who has which value at which path.
    private static Map<String, Map<String, String>> leaves(Handle handle) {
        Map<String, Map<String, String>> leaves = new TreeMap<>();
        handle.createQuery(
                        "SELECT s.device, s.module, p.text, l.value FROM leaf l JOIN subject s ON s.number = l.subject"
                                + " JOIN path p ON p.number = l.path")
                .map((row, context) -> leaves.computeIfAbsent(
                                row.getString(1) + "/" + row.getString(2), _ -> new TreeMap<>())
                        .put(row.getString(3), Stored.json(row.getObject(4)).toString()))
                .list();
        return leaves;
    }

    /// The same, computed from the twins. Who is connected only leaves say.
    private static Map<String, Map<String, String>> documents(
            RegistryStore store, Handle handle, Map<String, Map<String, String>> leaves) {
        Map<String, Map<String, String>> documents = new TreeMap<>();
        handle.createQuery("SELECT id, '' FROM device UNION ALL SELECT device, id FROM module")
                .map((row, context) -> new ClientId(
                        new DeviceId(row.getString(1)),
                        Optional.of(row.getString(2)).filter(module -> !module.isEmpty())))
                .forEach(id -> {
                    String key = id.device() + "/" + id.module().orElse("");
                    boolean connected = leaves.getOrDefault(key, Map.of()).containsValue("\"Connected\"");
                    documents.put(key, document(store, id, connected));
                });
        return documents;
    }

    private static Map<String, String> document(RegistryStore store, ClientId id, boolean connected) {
        ObjectNode twin =
                store.read(records -> records.twins().document(id, connected)).orElseThrow();
        twin.path("properties").forEach(side -> ((ObjectNode) side).remove(TwinDocument.METADATA));
        Map<String, String> document = new TreeMap<>();
        PathText.leaves(Kind.of(id), twin)
                .forEach((path, value) -> document.put(path, Stored.json(value).toString()));
        return document;
    }

    private static long unused(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM path WHERE number NOT IN (SELECT path FROM leaf)")
                .mapTo(Long.class)
                .one();
    }
}
