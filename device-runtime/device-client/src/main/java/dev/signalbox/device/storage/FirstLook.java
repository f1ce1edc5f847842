// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import dev.signalbox.protocol.report.Account;
import java.nio.file.Path;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads what an outbox must know when it is opened, and sets right the account if the disk damaged it.
final class FirstLook {
    private static final Logger LOG = LoggerFactory.getLogger(FirstLook.class);

    private FirstLook() {}

    /// Whether there are parcels that nobody finds, because the disk damaged the number by which they are found.
    private static boolean hasStrays(Reader reader, long lastParcel) throws SQLException {
        return reader.number("SELECT EXISTS (SELECT 1 FROM parcel WHERE lane < 0) OR EXISTS (SELECT 1 FROM parcel"
                        + " WHERE lane > 2) OR EXISTS (SELECT 1 FROM parcel WHERE lane = 0 AND id > " + lastParcel
                        + ") OR EXISTS (SELECT 1 FROM parcel WHERE lane = 1 AND id > " + lastParcel
                        + ") OR EXISTS (SELECT 1 FROM parcel WHERE lane = 2 AND id > " + lastParcel + ")")
                > 0;
    }

    private static Account withoutStrays(Path path, Account books, Account found) {
        long missing = books.waiting() - found.waiting();
        if (missing <= 0) {
            return books;
        }
        LOG.error("{} messages of {} are damaged on disk and cannot be sent", missing, path);
        return new Account(
                books.taken(),
                books.forwarded(),
                found.waiting(),
                books.expired(),
                books.displaced(),
                books.damaged() + missing,
                books.refused(),
                found.waitingBytes());
    }

    static DeviceFile.Opened at(Path path, Connections connections, long lastParcel) throws SQLException {
        Reader reader = connections.reader();
        var found = BooksRow.read(connections.writer().connection());
        if (!found.whole()) {
            LOG.error("The account in {} is damaged on disk and begins anew with what waits", path);
            long age = reader.number("SELECT max(added_age) FROM parcel");
            return new DeviceFile.Opened(Recount.of(reader, lastParcel), age, 0);
        }
        boolean empty = reader.number("SELECT count(*) FROM (SELECT 1 FROM parcel LIMIT 1)") == 0;
        Account books = found.books();
        if (empty && books.waiting() != 0) {
            LOG.error("{} messages of {} are damaged on disk and cannot be sent", books.waiting(), path);
            books = DeviceFile.withoutWaiting(books);
        } else if (hasStrays(reader, lastParcel)) {
            books = withoutStrays(path, books, Recount.of(reader, lastParcel));
        }
        return new DeviceFile.Opened(books, found.age(), found.wall());
    }
}
