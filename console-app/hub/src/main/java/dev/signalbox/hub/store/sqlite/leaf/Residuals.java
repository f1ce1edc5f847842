// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.query.Evaluator;
import dev.signalbox.protocol.query.Expression;
import dev.signalbox.protocol.query.Path;
import dev.signalbox.protocol.report.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.ConnectionException;
import org.sqlite.Function;
import tools.jackson.databind.node.ObjectNode;

/// Terms that the evaluator decides, each a function of its own on the connection for as long as one query runs. They
/// get the values at the term's paths, and answer 1 or 0.
final class Residuals implements AutoCloseable {
    private static final int MOST_PATHS = 100;

    private final Connection connection;
    private final List<String> names = new ArrayList<>();

    Residuals(Connection connection) {
        this.connection = connection;
    }

    /// SQL that is true where the term is true.
    Sql call(Expression term, Place place) {
        List<Path> paths = Paths.of(term);
        if (paths.size() > MOST_PATHS) {
            throw new ProblemException(new Problem(
                    "query.too-large",
                    "One term of the query names more than " + MOST_PATHS + " properties.",
                    "Make it simpler, or ask in several queries."));
        }
        String name = add(new Term(Paths.numbered(term, paths)));
        return Sql.of(paths.stream().map(place::value).collect(Collectors.joining(", ", name + "(", ")")));
    }

    /// SQL for what a method's answer holds.
    ///
    /// @param path in the document of the device of the job that was asked
    /// @param column the answer as JSON; may be empty
    String answer(Path path, String column) {
        return add(new Answer(path)) + "(" + column + ")";
    }

    /// The name of a function for what `$metadata` says at a path.
    String metadata(Path path) {
        return add(new Metadata(path));
    }

    private String add(Function function) {
        String name = "signalbox_term_" + names.size();
        try {
            Function.create(connection, name, function, -1, 0);
        } catch (SQLException refused) {
            throw new ConnectionException(refused);
        }
        names.add(name);
        return name;
    }

    @Override
    public void close() {
        try {
            for (String name : names) {
                Function.destroy(connection, name);
            }
        } catch (SQLException gone) {
            throw new ConnectionException(gone);
        }
    }

    /// The term as SQLite calls it.
    private static final class Term extends Function {
        private final Expression term;

        Term(Expression term) {
            this.term = term;
        }

        @Override
        protected void xFunc() throws SQLException {
            ObjectNode values = Json.mapper().createObjectNode();
            for (int i = 0; i < args(); i++) {
                Object value = value(i);
                if (value != null) {
                    values.set(Integer.toString(i), Stored.json(value));
                }
            }
            result(Evaluator.matches(term, values) ? 1 : 0);
        }

        private @org.jspecify.annotations.Nullable Object value(int i) throws SQLException {
            return switch (value_type(i)) {
                case 1, 2 -> value_double(i);
                case 3 -> value_text(i);
                case 4 -> value_blob(i);
                default -> null;
            };
        }
    }
}
