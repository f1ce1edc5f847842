// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.sqlite.leaf.Leaves;
import dev.signalbox.hub.store.sqlite.leaf.Statements;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ObjectNode;

/// Remembers whose twin a piece of work changes, and makes their leaves say what the twin says before the work is done.
/// Whoever writes a part of a twin only has to say whose it is.
final class LeafUpkeep {
    private final SqliteDocuments documents;
    private final Leaves leaves;
    private final Map<ClientId, Optional<Boolean>> changed = new LinkedHashMap<>();

    private LeafUpkeep(Statements statements) {
        this.documents = new SqliteDocuments(statements);
        this.leaves = new Leaves(statements);
    }

    static LeafUpkeep of(Handle handle) {
        return new LeafUpkeep(Statements.of(handle.getConnection()));
    }

    /// For as long as the handle is open.
    static LeafUpkeep lasting(Handle handle) {
        return new LeafUpkeep(Statements.keeping(handle.getConnection()));
    }

    /// Another piece of work begins, whatever became of the one before.
    void begin() {
        changed.clear();
    }

    /// The twin as it stands now.
    Optional<ObjectNode> document(ClientId id, boolean connected) {
        return documents.whole(id, connected);
    }

    /// Something of a twin changes, or there is no longer one.
    void changed(ClientId id) {
        changed.putIfAbsent(id, Optional.empty());
    }

    /// A device goes, and its modules with it.
    void deleted(DeviceId id) {
        leaves.of(id).forEach(this::changed);
    }

    void connected(ClientId id, boolean connected) {
        changed.put(id, Optional.of(connected));
    }

    /// To be done before leaves are read, and at the end.
    void bringUpToDate() {
        changed.forEach((id, connected) -> leaves.renew(id, was -> documents.plain(id, connected.orElse(was))));
        changed.clear();
    }
}
