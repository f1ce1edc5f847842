// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import java.nio.file.Path;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connections to the database: one that writes, and reads for the thread that writes; and one that reads for
/// others, who see only what is written, and hold the monitor of this meanwhile.
final class Connections implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final Path path;
    private final Disk disk;
    private Writer writer;
    private Reader own;
    private Reader reader;

    Connections(Path path, Disk disk) throws SQLException {
        this.path = path;
        this.disk = disk;
        disk.opening(path);
        this.writer = Writer.open(path, disk);
        try {
            this.own = new Reader(writer.connection());
            this.reader = Reader.open(path);
        } catch (SQLException | RuntimeException unusable) {
            shut(writer);
            throw unusable;
        }
    }

    Writer writer() {
        return writer;
    }

    /// For the thread that writes.
    Reader own() {
        return own;
    }

    /// For the others, who hold the monitor of this.
    Reader reader() {
        return reader;
    }

    /// As if nothing had been written since the last commit.
    void takeBack() throws SQLException {
        writer = writer.again();
    }

    /// Closes them, whatever they say, and opens them again; moves the log into the database.
    synchronized void openAnew() throws SQLException {
        drop();
        disk.opening(path);
        writer = Writer.open(path, disk);
        own = new Reader(writer.connection());
        reader = Reader.open(path);
        writer.checkpoint(true);
    }

    /// Closes them, whatever they say.
    synchronized void drop() {
        shut(reader);
        shut(own);
        shut(writer);
    }

    @Override
    public synchronized void close() throws SQLException {
        shut(reader);
        writer.close();
    }

    static void shut(AutoCloseable connection) {
        try {
            connection.close();
        } catch (Exception unclosed) {
            LOG.debug("A connection did not close: {}", unclosed.getMessage());
        }
    }
}
