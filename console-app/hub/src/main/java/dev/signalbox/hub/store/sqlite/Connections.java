// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.protocol.codec.ProblemException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Opens connections to one file, and says in words why one did not do its work.
final class Connections {
    private final Path file;
    private final Jdbi jdbi;

    Connections(Path file) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        config.enforceForeignKeys(true);
        // else the driver asks for the number of the row after each INSERT, which takes longer than the INSERT
        config.setGetGeneratedKeys(false);
        this.file = file;
        this.jdbi = Jdbi.create(() -> config.createConnection("jdbc:sqlite:" + file));
    }

    Path file() {
        return file;
    }

    Handle open() {
        try {
            return jdbi.open().setStatementBuilder(new KeptStatements());
        } catch (RuntimeException refused) {
            throw explained(file, refused);
        }
    }

    /// A problem in words for what SQLite said; any other exception as it is.
    static RuntimeException explained(Path file, RuntimeException thrown) {
        if (thrown instanceof ProblemException known) {
            return known;
        }
        SQLException cause = sqlCause(thrown);
        if (cause == null) {
            return thrown;
        }
        String why = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
        SQLiteErrorCode code = cause instanceof SQLiteException s ? s.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        return new ProblemException(
                switch (code) {
                    case SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_IOERR_SHMSIZE ->
                        StoreProblems.full(file.toString());
                    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM ->
                        StoreProblems.unreadable(file.toString(), why);
                    default -> StoreProblems.failed(file.toString(), why);
                },
                thrown);
    }

    /// Whether the whole store is at fault, not the one piece of work.
    static boolean concernsAll(RuntimeException explained) {
        return explained instanceof ProblemException p
                && (p.problem().code().equals("store.full")
                        || p.problem().code().equals("store.unreadable"));
    }

    private static @Nullable SQLException sqlCause(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
