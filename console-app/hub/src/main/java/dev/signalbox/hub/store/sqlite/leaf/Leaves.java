// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.hub.store.TwinDocument;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// Keeps the leaves as the documents are, inside the transaction that changes these. Only what differs is written.
public final class Leaves {
    private final Statements statements;

    public Leaves(Handle handle) {
        this.statements = new Statements(handle.getConnection());
    }

    /// Makes a device known to queries. Its members follow.
    public void add(DeviceId device) {
        statements.run("INSERT INTO subject (device) VALUES (?)", device.value());
    }

    /// Sets one member of a device's document.
    ///
    /// @param member a first name, such as `tags`
    public void put(DeviceId device, String member, JsonNode value) {
        for (long subject : numbers(device)) {
            put(subject, member, value);
        }
    }

    /// Forgets a device.
    public void delete(DeviceId device) {
        for (long subject : numbers(device)) {
            List<Long> paths =
                    statements.list(row -> row.getLong(1), "SELECT path FROM leaf WHERE subject = ?", subject);
            statements.run("DELETE FROM subject WHERE number = ?", subject);
            paths.forEach(this::forgetUnused);
        }
    }

    /// Nobody is connected to a hub that has just started.
    public void disconnectAll() {
        statements.run(
                "UPDATE leaf SET value = ? WHERE value = ? AND path = (SELECT number FROM path WHERE text = ?)",
                TwinDocument.connectionState(false),
                TwinDocument.connectionState(true),
                TwinDocument.CONNECTION_STATE);
    }

    /// Notes whether a device is connected.
    public void setConnected(DeviceId device, boolean connected) {
        put(device, TwinDocument.CONNECTION_STATE, StringNode.valueOf(TwinDocument.connectionState(connected)));
    }

    private List<Long> numbers(DeviceId device) {
        return statements.list(row -> row.getLong(1), "SELECT number FROM subject WHERE device = ?", device.value());
    }

    private void put(long subject, String member, JsonNode value) {
        Map<String, Object> wanted = new HashMap<>(PathText.leaves(member, value));
        for (Leaf has : has(subject, member)) {
            Object now = wanted.remove(has.text());
            if (now == null) {
                statements.run("DELETE FROM leaf WHERE subject = ? AND path = ?", subject, has.path());
                forgetUnused(has.path());
            } else if (!Stored.same(now, has.value())) {
                statements.run("UPDATE leaf SET value = ? WHERE subject = ? AND path = ?", now, subject, has.path());
            }
        }
        wanted.forEach((text, added) -> statements.run(
                "INSERT INTO leaf (subject, path, value) VALUES (?, ?, ?)", subject, numberOf(text), added));
    }

    private record Leaf(String text, long path, Object value) {}

    private List<Leaf> has(long subject, String member) {
        return statements.list(
                row -> new Leaf(row.getString(1), row.getLong(2), row.getObject(3)),
                "SELECT p.text, l.path, l.value FROM leaf l CROSS JOIN path p ON p.number = l.path"
                        + " WHERE l.subject = ? AND (p.text = ? OR p.text BETWEEN ? AND ?)",
                subject,
                member,
                member + "/",
                member + "/\uDBFF\uDFFF");
    }

    private long numberOf(String text) {
        List<Long> known = statements.list(row -> row.getLong(1), "SELECT number FROM path WHERE text = ?", text);
        return known.isEmpty()
                ? statements
                        .list(row -> row.getLong(1), "INSERT INTO path (text) VALUES (?) RETURNING number", text)
                        .getFirst()
                : known.getFirst();
    }

    private void forgetUnused(long path) {
        statements.run(
                "DELETE FROM path WHERE number = ? AND NOT EXISTS (SELECT 1 FROM leaf WHERE path = ?)", path, path);
    }
}
