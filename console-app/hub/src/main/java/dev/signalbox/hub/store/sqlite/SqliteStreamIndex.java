// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.IndexRecords;
import dev.signalbox.hub.store.StreamIndex;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/// The index in `streams.db`.
public final class SqliteStreamIndex implements StreamIndex {
    private static final List<String> LAYOUTS =
            List.of("streams-1.sql", "streams-2.sql", "streams-3.sql", "streams-4.sql", "streams-5.sql");

    private final Database file;

    private SqliteStreamIndex(Database file) {
        this.file = file;
    }

    /// Opens or makes the file. Throws ProblemException where that is refused.
    public static SqliteStreamIndex open(Path file) {
        return new SqliteStreamIndex(Database.open(file, LAYOUTS));
    }

    @Override
    public <T> T read(Function<IndexRecords, T> reading) {
        return file.read(handle -> reading.apply(new SqliteIndexRecords(handle)));
    }

    @Override
    public <T> T commit(Function<IndexRecords, T> work) {
        try {
            return file.commit(handle -> work.apply(new SqliteIndexRecords(handle)))
                    .join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException why ? why : failed;
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
