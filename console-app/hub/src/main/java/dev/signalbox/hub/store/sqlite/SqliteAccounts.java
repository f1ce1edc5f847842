// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.AccountRecords;
import dev.signalbox.operator.device.AccountView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Account;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

record SqliteAccounts(Handle handle) implements AccountRecords {
    private static final String ANEW = "CASE WHEN excluded.taken < taken THEN ";

    @Override
    public Optional<AccountView> find(DeviceId id) {
        return handle.createQuery("SELECT * FROM account WHERE device = ?")
                .bind(0, id.value())
                .map(SqliteAccounts::view)
                .findOne();
    }

    @Override
    public void put(Map<DeviceId, News> news) {
        try (var tell = handle.prepareBatch(
                        "INSERT INTO account (device, taken, forwarded, waiting, expired, displaced,"
                                + " damaged, refused, waiting_bytes, told_at, stored, repeated, counted_since)"
                                + " SELECT id, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ? FROM device WHERE id = ?"
                                + " ON CONFLICT (device) DO UPDATE SET taken = excluded.taken, forwarded = excluded.forwarded,"
                                + " waiting = excluded.waiting, expired = excluded.expired, displaced = excluded.displaced,"
                                + " damaged = excluded.damaged, refused = excluded.refused,"
                                + " waiting_bytes = excluded.waiting_bytes, told_at = excluded.told_at,"
                                + " stored = " + ANEW + "0 ELSE stored END, repeated = " + ANEW + "0 ELSE repeated END,"
                                + " counted_since = " + ANEW + "excluded.counted_since ELSE counted_since END");
                var count = handle.prepareBatch(
                        "UPDATE account SET stored = stored + ?, repeated = repeated + ? WHERE device = ?")) {
            news.forEach((device, one) -> {
                one.account()
                        .ifPresent(account -> tell.add(
                                account.taken(),
                                account.forwarded(),
                                account.waiting(),
                                account.expired(),
                                account.displaced(),
                                account.damaged(),
                                account.refused(),
                                account.waitingBytes(),
                                one.at().toString(),
                                one.at().toString(),
                                device.value()));
                if (one.stored() + one.repeated() > 0) {
                    count.add(one.stored(), one.repeated(), device.value());
                }
            });
            tell.execute();
            count.execute();
        }
    }

    private static AccountView view(ResultSet row, StatementContext context) throws SQLException {
        var account = new Account(
                row.getLong("taken"),
                row.getLong("forwarded"),
                row.getLong("waiting"),
                row.getLong("expired"),
                row.getLong("displaced"),
                row.getLong("damaged"),
                row.getLong("refused"),
                row.getLong("waiting_bytes"));
        var counted = new AccountView.Counted(
                row.getLong("stored"), row.getLong("repeated"), Instant.parse(row.getString("counted_since")));
        return new AccountView(account, Instant.parse(row.getString("told_at")), counted);
    }
}
