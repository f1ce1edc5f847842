// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// Plain JDBC in two lines: a twin's change runs several small statements, and a query's SQL is long, and neither wants
/// its text looked through for names.
record Statements(Connection connection) {
    /// What becomes of one row.
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    int run(String sql, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, List.of(values));
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new UnableToExecuteStatementException(failed, null);
        }
    }

    <T> List<T> list(Reading<T> reading, String sql, Object... values) {
        return list(reading, new Sql(sql, List.of(values)));
    }

    <T> List<T> list(Reading<T> reading, Sql sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            bind(statement, sql.values());
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(reading.read(rows));
                }
                return read;
            }
        } catch (SQLException failed) {
            throw new UnableToExecuteStatementException(failed, null);
        }
    }

    private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}
