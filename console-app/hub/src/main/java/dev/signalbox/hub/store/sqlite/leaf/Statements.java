// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// Plain JDBC in two lines: a twin's change runs several small statements, and a query's SQL is long, and neither wants
/// its text looked through for names. For the connection's own thread.
public final class Statements {
    private final Connection connection;
    private final boolean keeps;
    private final Map<String, PreparedStatement> kept = new HashMap<>();

    /// What becomes of one row.
    public interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private Statements(Connection connection, boolean keeps) {
        this.connection = connection;
        this.keeps = keeps;
    }

    /// For statements that are hardly run twice.
    public static Statements of(Connection connection) {
        return new Statements(connection, false);
    }

    /// For the same few statements again and again: they stay prepared until the connection is closed.
    public static Statements keeping(Connection connection) {
        return new Statements(connection, true);
    }

    Connection connection() {
        return connection;
    }

    int run(String sql, Object... values) {
        return with(new Sql(sql, List.of(values)), PreparedStatement::executeUpdate);
    }

    public <T> List<T> list(Reading<T> reading, String sql, Object... values) {
        return list(reading, new Sql(sql, List.of(values)));
    }

    <T> List<T> list(Reading<T> reading, Sql sql) {
        return with(sql, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(reading.read(rows));
                }
                return read;
            }
        });
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private <T> T with(Sql sql, Use<T> use) {
        try {
            if (keeps) {
                return bound(kept(sql.text()), sql, use);
            }
            try (PreparedStatement once = connection.prepareStatement(sql.text())) {
                return bound(once, sql, use);
            }
        } catch (SQLException failed) {
            throw new UnableToExecuteStatementException(failed, null);
        }
    }

    private PreparedStatement kept(String sql) throws SQLException {
        PreparedStatement has = kept.get(sql);
        if (has == null) {
            has = connection.prepareStatement(sql);
            kept.put(sql, has);
        }
        return has;
    }

    private static <T> T bound(PreparedStatement statement, Sql sql, Use<T> use) throws SQLException {
        for (int i = 0; i < sql.values().size(); i++) {
            statement.setObject(i + 1, sql.values().get(i));
        }
        return use.of(statement);
    }
}
