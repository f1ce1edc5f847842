// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditRecordsTest {
    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    Path folder;

    private SqliteRegistry registry;

    @BeforeEach
    void open() {
        registry = SqliteRegistry.open(folder.resolve("registry.db"));
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private void add(String deed, int status) {
        registry.commit(records -> {
            long id = records.audit().add(new StoredAudit(0, AT, AT, "eve", "10.0.0.7", deed, 0, 1));
            records.audit().end(id, status);
            return id;
        });
    }

    private List<String> deeds() {
        return registry.read(records -> records.audit().page(Long.MAX_VALUE, "", "", 100).stream()
                .map(StoredAudit::deed)
                .toList());
    }

    @Test
    void whatIsRefusedPushesNothingOutThatWasDone() {
        add("deletes node pump-1", 204);
        for (int i = 0; i < 20; i++) {
            add("tries " + i, 403);
        }
        add("deletes node pump-2", 204);
        registry.commit(records -> {
            records.audit().keep(4);
            return 0;
        });
        assertThat(deeds()).containsExactly("deletes node pump-2", "tries 19", "tries 18", "deletes node pump-1");
        registry.commit(records -> {
            records.audit().keep(1);
            return 0;
        });
        assertThat(deeds()).containsExactly("deletes node pump-2");
    }
}
