// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import dev.signalbox.protocol.report.Account;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Makes the account anew from what waits, one parcel in memory at a time.
final class Recount {
    private static final int ROWS = 64;
    private static final int LANES = 3;

    private final Reader reader;
    private long messages;
    private long bytes;

    private Recount(Reader reader) {
        this.reader = reader;
    }

    /// An account that knows of nothing but what waits. The bytes are those of what can be read, with the payloads that
    /// lie in files of their own.
    static Account of(Reader reader, long upTo) throws SQLException {
        var count = new Recount(reader);
        for (int lane = 0; lane < LANES; lane++) {
            count.lane(lane, upTo);
        }
        return new Account(count.messages, 0, count.messages, 0, 0, 0, 0, count.bytes);
    }

    private void lane(int lane, long upTo) throws SQLException {
        List<Reader.Row> rows = reader.rows(lane, 0, upTo, ROWS);
        while (!rows.isEmpty()) {
            for (Reader.Row row : rows) {
                count(reader.parcel(row));
            }
            rows = reader.rows(lane, rows.getLast().row().id(), upTo, ROWS);
        }
    }

    private void count(Parcel parcel) {
        List<Optional<Entry>> waiting =
                parcel.entries().subList(parcel.row().taken(), parcel.row().entries());
        messages += waiting.size();
        bytes += waiting.stream()
                .flatMap(Optional::stream)
                .mapToLong(Entry::bytes)
                .sum();
    }
}
