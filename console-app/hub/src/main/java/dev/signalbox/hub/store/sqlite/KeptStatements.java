// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/// Keeps a connection's statements prepared, because SQLite needs longer to prepare one than to run it. One that is in
/// use is not here, so the same text may be used inside itself. For the connection's own thread.
final class KeptStatements extends DefaultStatementBuilder {
    private static final int MOST = 200;

    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();
    /// With its text as the database has it; who closes a statement says it with the names of parameters.
    private final IdentityHashMap<Statement, String> used = new IdentityHashMap<>();

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        PreparedStatement statement = kept != null ? kept : super.create(connection, sql, context);
        used.put(statement, sql);
        return statement;
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        String text = used.remove(statement);
        if (!(statement instanceof PreparedStatement prepared) || text == null || idle.containsKey(text)) {
            statement.close();
            return;
        }
        prepared.clearParameters();
        idle.put(text, prepared);
        if (idle.size() > MOST) {
            idle.remove(idle.keySet().iterator().next()).close();
        }
    }

    @Override
    public void close(Connection connection) {
        idle.clear();
        used.clear();
    }
}
