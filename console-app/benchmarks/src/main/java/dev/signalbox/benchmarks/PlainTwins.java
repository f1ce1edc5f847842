// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.MergePatch;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/// What taking in reports costs at least: twins as rows of one table in a file of the same kind, read, merged and
/// written in groups by one thread, with nothing that could answer a query.
final class PlainTwins implements AutoCloseable {
    private static final int GROUP = 500;

    private final Connection connection;
    private final QueryFleet fleet;
    private final int devices;

    PlainTwins(Path file, QueryFleet fleet, int devices) throws SQLException {
        this.connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        this.fleet = fleet;
        this.devices = devices;
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute(
                    "CREATE TABLE twin (device TEXT PRIMARY KEY, reported TEXT NOT NULL) STRICT, WITHOUT ROWID");
        }
        connection.setAutoCommit(false);
        fill();
    }

    /// Reports a second.
    double rate(int updates) throws SQLException {
        var random = new Random(7);
        long begin = System.nanoTime();
        for (int done = 0; done < updates; done++) {
            update(QueryFleet.id(random.nextInt(devices)).value());
            if (done % GROUP == GROUP - 1) {
                connection.commit();
            }
        }
        connection.commit();
        return updates / ((System.nanoTime() - begin) / 1e9);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void fill() throws SQLException {
        for (int i = 0; i < devices; i++) {
            write(QueryFleet.id(i).value(), fleet.reported(i));
        }
        connection.commit();
    }

    private void update(String device) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement("SELECT reported FROM twin WHERE device = ?")) {
            find.setString(1, device);
            try (ResultSet row = find.executeQuery()) {
                row.next();
                write(device, MergePatch.apply(Json.read(row.getString(1), ObjectNode.class), fleet.measured()));
            }
        }
    }

    private void write(String device, ObjectNode reported) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement("INSERT OR REPLACE INTO twin VALUES (?, ?)")) {
            put.setString(1, device);
            put.setString(2, Json.writeText(reported));
            put.executeUpdate();
        }
    }
}
