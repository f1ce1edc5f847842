// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// One SQLite file: WAL, synchronous=FULL, many readers, one committing thread.
final class Database implements AutoCloseable {
    private final Committer committer;
    private final Readers readers;

    private Database(Committer committer, Readers readers) {
        this.committer = committer;
        this.readers = readers;
    }

    /// Opens or makes the file and brings its layout up to date.
    static Database open(Path file, List<String> layouts) {
        var connections = new Connections(file);
        Handle writer = connections.open();
        try {
            Layouts.bringUpToDate(writer, file, layouts);
        } catch (RuntimeException unusable) {
            writer.close();
            throw Connections.explained(file, unusable);
        }
        return new Database(new Committer(file, writer), new Readers(connections));
    }

    <T> T read(Function<Handle, T> reading) {
        return readers.read(reading);
    }

    <T> CompletableFuture<T> commit(Function<Handle, T> work) {
        return committer.commit(work);
    }

    <T> CompletableFuture<T> commit(Function<Handle, T> work, Consumer<T> telling) {
        return committer.commit(work, telling);
    }

    @Override
    public void close() {
        readers.close();
        committer.close();
    }
}
