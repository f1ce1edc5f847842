// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

import dev.signalbox.protocol.query.Expression;
import dev.signalbox.protocol.query.Order;
import dev.signalbox.protocol.query.Path;
import dev.signalbox.protocol.query.Query;
import dev.signalbox.protocol.query.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// Reads the clauses of a query. The columns are read as they come and named for their documents once FROM is known.
final class SelectParser {
    private static final int HIGHEST_TOP = 1_000_000;
    private static final int MOST_PATHS = 16;

    private final Tokens tokens;

    SelectParser(Tokens tokens) {
        this.tokens = tokens;
    }

    Query query() {
        tokens.word("SELECT");
        OptionalInt top = top();
        int column = tokens.column();
        var columns = new ColumnParser(tokens);
        columns.read();
        tokens.word("FROM");
        Source source = source();
        var paths = new PathParser(tokens, Roots.of(source));
        Optional<Expression> where = tokens.tryWord("WHERE")
                ? Optional.of(new ExpressionParser(tokens, paths).expression())
                : Optional.empty();
        List<Path> groupBy = by("GROUP", paths::path);
        List<Order> orderBy = by("ORDER", () -> order(paths));
        tokens.end("AND, OR, an operator, GROUP BY, ORDER BY or the end");
        var query = new Query(top, columns.of(source), source, where, groupBy, orderBy);
        Agreement.check(query, column);
        return query;
    }

    private OptionalInt top() {
        if (!tokens.peek().isWord("TOP") || tokens.peekSecond().kind() != Token.Kind.NUMBER) {
            return OptionalInt.empty();
        }
        tokens.take();
        Token number = tokens.take();
        if (!number.text().matches("[1-9]\\d{0,6}") || Integer.parseInt(number.text()) > HIGHEST_TOP) {
            throw QueryProblems.unexpected(number.column(), "a number from 1 to " + HIGHEST_TOP, number.text());
        }
        return OptionalInt.of(Integer.parseInt(number.text()));
    }

    private Source source() {
        if (!tokens.peek().isWord("devices")) {
            throw tokens.unexpected("devices, devices.modules or devices.jobs");
        }
        tokens.take();
        if (!tokens.trySign(".")) {
            return Source.DEVICES;
        }
        if (tokens.tryWord("modules")) {
            return Source.MODULES;
        }
        if (tokens.tryWord("jobs")) {
            return Source.JOBS;
        }
        throw tokens.unexpected("modules or jobs");
    }

    private Order order(PathParser paths) {
        Path path = paths.path();
        boolean descending = tokens.tryWord("DESC");
        if (!descending) {
            tokens.tryWord("ASC");
        }
        return new Order(path, descending);
    }

    private <T> List<T> by(String word, Supplier<T> reading) {
        int column = tokens.column();
        if (!tokens.tryWord(word)) {
            return List.of();
        }
        tokens.word("BY");
        List<T> read = new ArrayList<>();
        do {
            read.add(reading.get());
            if (read.size() > MOST_PATHS) {
                throw QueryProblems.tooMuch(column, word + " BY has more than " + MOST_PATHS + " paths");
            }
        } while (tokens.trySign(","));
        return read;
    }
}
