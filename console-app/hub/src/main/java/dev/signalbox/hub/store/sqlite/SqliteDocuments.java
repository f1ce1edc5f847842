// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.TwinDocument;
import dev.signalbox.hub.store.sqlite.leaf.Statements;
import dev.signalbox.protocol.identity.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// Makes whole twins out of the rows that hold their parts.
record SqliteDocuments(Statements statements) {
    private static final String PARTS = "SELECT r.*, t.desired, t.desired_version, t.desired_at, t.desired_marks,"
            + " t.reported, t.reported_version, t.reported_at, t.reported_marks,"
            + " w.tags, w.tags_edition, ";
    private static final String DEVICE = PARTS
            + "w.last_seen FROM device w JOIN twin t ON t.device = w.id"
            + " JOIN registration r ON r.device = w.id AND r.module = '' WHERE w.id = ? AND '' = ?";
    private static final String MODULE = PARTS
            + "NULL AS last_seen FROM module w JOIN module t ON t.device = w.device AND t.id = w.id"
            + " JOIN registration r ON r.device = w.device AND r.module = w.id WHERE w.device = ? AND w.id = ?";

    /// All of it.
    Optional<ObjectNode> whole(ClientId id, boolean connected) {
        return find(id, connected, TwinDocument::of);
    }

    /// What leaves are kept of.
    Optional<ObjectNode> plain(ClientId id, boolean connected) {
        return find(id, connected, TwinDocument::plain);
    }

    private Optional<ObjectNode> find(
            ClientId id, boolean connected, Function<TwinDocument.Parts, ObjectNode> document) {
        return statements
                .list(
                        row -> document.apply(parts(id, connected, row)),
                        id.module().isEmpty() ? DEVICE : MODULE,
                        id.device().value(),
                        id.module().orElse(""))
                .stream()
                .findFirst();
    }

    private static TwinDocument.Parts parts(ClientId id, boolean connected, ResultSet row) throws SQLException {
        return new TwinDocument.Parts(
                id,
                SqliteRegistrations.registration(row),
                SqliteTwins.storedTags(row),
                SqliteTwins.storedTwin(row),
                connected,
                Optional.ofNullable(row.getString("last_seen")).map(Instant::parse));
    }
}
