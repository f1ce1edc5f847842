// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.hub.store.TwinDocument;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Keeps the leaves as the documents are, inside the transaction that changes these. Only what differs is written.
public final class Leaves {
    private final Statements statements;

    /// What is to be kept of one.
    public interface Document {
        /// @param connected what was kept of that until now
        /// @return empty for one that is no longer known
        Optional<ObjectNode> of(boolean connected);
    }

    public Leaves(Statements statements) {
        this.statements = statements;
    }

    /// Makes the leaves say what the document says.
    public void renew(ClientId id, Document document) {
        Kind kind = Kind.of(id);
        List<Long> known = statements.list(
                row -> row.getLong(1),
                "SELECT number FROM subject WHERE device = ? AND module = ?",
                id.device().value(),
                id.module().orElse(""));
        Map<String, Leaf> has = known.isEmpty() ? new HashMap<>() : leaves(known.getFirst());
        Optional<ObjectNode> now = document.of(isConnected(kind, has));
        if (now.isPresent()) {
            long subject = known.isEmpty() ? add(id, kind) : known.getFirst();
            write(subject, PathText.leaves(kind, now.get()), has);
        } else if (!known.isEmpty()) {
            write(known.getFirst(), Map.of(), has);
            statements.run("DELETE FROM subject WHERE number = ?", known.getFirst());
        }
    }

    /// The device and its modules, as far as they have leaves.
    public List<ClientId> of(DeviceId device) {
        return statements.list(
                row -> new ClientId(device, Optional.of(row.getString(1)).filter(module -> !module.isEmpty())),
                "SELECT module FROM subject WHERE device = ?",
                device.value());
    }

    /// Nobody is connected to a hub that has just started. Notes that of some.
    ///
    /// @param most how many devices at most, and modules
    /// @return whether there may be more
    public boolean disconnectSome(int most) {
        boolean more = false;
        for (Kind kind : Kind.values()) {
            int changed = statements.run(
                    "UPDATE leaf SET value = ? WHERE path = (SELECT number FROM path WHERE text = ?) AND subject IN"
                            + " (SELECT subject FROM leaf WHERE value = ?"
                            + " AND path = (SELECT number FROM path WHERE text = ?) LIMIT ?)",
                    TwinDocument.connectionState(false),
                    kind.prefix() + TwinDocument.CONNECTION_STATE,
                    TwinDocument.connectionState(true),
                    kind.prefix() + TwinDocument.CONNECTION_STATE,
                    most);
            more |= changed == most;
        }
        return more;
    }

    private record Leaf(long path, Object value) {}

    private Map<String, Leaf> leaves(long subject) {
        Map<String, Leaf> leaves = new HashMap<>();
        statements.list(
                row -> leaves.put(row.getString(1), new Leaf(row.getLong(2), row.getObject(3))),
                "SELECT p.text, l.path, l.value FROM leaf l CROSS JOIN path p ON p.number = l.path WHERE l.subject = ?",
                subject);
        return leaves;
    }

    private static boolean isConnected(Kind kind, Map<String, Leaf> has) {
        Leaf state = has.get(kind.prefix() + TwinDocument.CONNECTION_STATE);
        return state != null && state.value().equals(TwinDocument.connectionState(true));
    }

    private long add(ClientId id, Kind kind) {
        return statements
                .list(
                        row -> row.getLong(1),
                        "INSERT INTO subject (number, device, module) SELECT coalesce(max(number), ?) + 1, ?, ?"
                                + " FROM subject WHERE number > ? AND number <= ? RETURNING number",
                        kind.before(),
                        id.device().value(),
                        id.module().orElse(""),
                        kind.before(),
                        kind.last())
                .getFirst();
    }

    private void write(long subject, Map<String, Object> wanted, Map<String, Leaf> has) {
        has.forEach((text, leaf) -> {
            Object now = wanted.get(text);
            if (now == null) {
                statements.run("DELETE FROM leaf WHERE subject = ? AND path = ?", subject, leaf.path());
                statements.run(
                        "DELETE FROM path WHERE number = ? AND NOT EXISTS (SELECT 1 FROM leaf WHERE path = ?)",
                        leaf.path(),
                        leaf.path());
            } else if (!Stored.same(now, leaf.value())) {
                statements.run("UPDATE leaf SET value = ? WHERE subject = ? AND path = ?", now, subject, leaf.path());
            }
        });
        wanted.forEach((text, added) -> {
            if (!has.containsKey(text)) {
                insert(subject, text, added);
            }
        });
    }

    private void insert(long subject, String path, Object value) {
        String sql = "INSERT INTO leaf (subject, path, value) SELECT ?, number, ? FROM path WHERE text = ?";
        if (statements.run(sql, subject, value, path) == 0) {
            statements.run("INSERT INTO path (text) VALUES (?)", path);
            statements.run(sql, subject, value, path);
        }
    }
}
