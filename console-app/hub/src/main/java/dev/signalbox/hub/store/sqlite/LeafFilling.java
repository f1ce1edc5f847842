// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.sqlite.leaf.Leaves;
import dev.signalbox.hub.store.sqlite.leaf.Statements;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Brings the leaves up to date when the store opens: a layout without leaves left a note, and nobody is connected.
final class LeafFilling {
    private static final int AT_ONCE = 1000;
    private static final String NOTE = "name = 'leaves-missing'";
    private static final String CLIENTS =
            "SELECT id AS device, '' AS module FROM device UNION ALL SELECT device, id FROM module";

    private LeafFilling() {}

    /// In steps that can be taken twice, so that no crash matters and no step is long.
    static void run(Database database) {
        if (database.read(LeafFilling::isMissing)) {
            Optional<ClientId> last = Optional.empty();
            do {
                Optional<ClientId> after = last;
                last = database.commit(handle -> fill(handle, after)).join();
            } while (last.isPresent());
            database.commit(handle -> handle.execute("DELETE FROM workspace WHERE " + NOTE))
                    .join();
        }
        boolean more = true;
        while (more) {
            more = database.commit(LeafFilling::disconnectSome).join();
        }
    }

    private static boolean isMissing(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM workspace WHERE " + NOTE)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private static boolean disconnectSome(Handle handle) {
        return new Leaves(Statements.of(handle.getConnection())).disconnectSome(AT_ONCE);
    }

    /// Returns the last one filled, or nothing after the last.
    private static Optional<ClientId> fill(Handle handle, Optional<ClientId> after) {
        var upkeep = LeafUpkeep.of(handle);
        List<ClientId> next = handle.createQuery("SELECT * FROM (" + CLIENTS
                        + ") WHERE (device, module) > (:device, :module) ORDER BY device, module LIMIT " + AT_ONCE)
                .bind("device", after.map(id -> id.device().value()).orElse(""))
                .bind("module", after.flatMap(ClientId::module).orElse(""))
                .map((row, context) -> new ClientId(
                        new DeviceId(row.getString("device")),
                        Optional.of(row.getString("module")).filter(module -> !module.isEmpty())))
                .list();
        next.forEach(upkeep::changed);
        upkeep.bringUpToDate();
        return next.isEmpty() ? Optional.empty() : Optional.of(next.getLast());
    }
}
