// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

import dev.signalbox.protocol.query.Aggregate;
import dev.signalbox.protocol.query.Column;
import dev.signalbox.protocol.query.Path;
import dev.signalbox.protocol.query.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what stands between SELECT and FROM. A column without a name of its own gets the last name of its path, or
/// `$1` and so on.
final class ColumnParser {
    private static final int MOST_COLUMNS = 100;

    private final Tokens tokens;
    private final PathParser paths;
    private final List<Draft> drafts = new ArrayList<>();

    /// A column before it is known which documents it is of.
    private record Draft(int column, Optional<Aggregate> aggregate, Optional<Path> path, Optional<String> alias) {}

    ColumnParser(Tokens tokens) {
        this.tokens = tokens;
        this.paths = new PathParser(tokens, Roots.DOCUMENT);
    }

    void read() {
        if (tokens.trySign("*")) {
            return;
        }
        int column = tokens.column();
        do {
            drafts.add(draft());
            if (drafts.size() > MOST_COLUMNS) {
                throw QueryProblems.tooMuch(column, "it has more than " + MOST_COLUMNS + " columns");
            }
        } while (tokens.trySign(","));
    }

    /// The columns, now that their documents are known.
    List<Column> of(Source source) {
        Set<String> names = new HashSet<>();
        List<Column> columns = new ArrayList<>();
        for (Draft draft : drafts) {
            Column column = finished(draft, Roots.of(source), columns.size() + 1);
            if (!names.add(column.name())) {
                throw QueryProblems.notTogether(
                        draft.column(), "there are two columns called \"" + column.name() + "\"");
            }
            columns.add(column);
        }
        return columns;
    }

    private Draft draft() {
        int column = tokens.column();
        boolean isCall =
                tokens.peek().kind() == Token.Kind.WORD && tokens.peekSecond().isSign("(");
        Optional<Aggregate> aggregate = isCall ? Optional.of(aggregate()) : Optional.empty();
        Optional<Path> path = Optional.empty();
        if (aggregate.isEmpty()) {
            path = Optional.of(paths.path());
        } else {
            tokens.sign("(");
            path = argument(aggregate.get());
            tokens.sign(")");
        }
        return new Draft(column, aggregate, path, alias());
    }

    private Aggregate aggregate() {
        Token name = tokens.take();
        for (Aggregate known : Aggregate.values()) {
            if (name.isWord(known.name())) {
                return known;
            }
        }
        throw QueryProblems.unexpected(name.column(), "COUNT, AVG, SUM, MIN or MAX", name.text());
    }

    private Optional<Path> argument(Aggregate aggregate) {
        boolean ofAll = aggregate == Aggregate.COUNT && (tokens.peek().isSign(")") || tokens.trySign("*"));
        return ofAll ? Optional.empty() : Optional.of(paths.path());
    }

    private Optional<String> alias() {
        if (!tokens.tryWord("AS")) {
            return Optional.empty();
        }
        if (tokens.peek().kind() == Token.Kind.TEXT) {
            return Optional.of(tokens.take().text());
        }
        return Optional.of(tokens.take(Token.Kind.WORD, "a name").text());
    }

    private static Column finished(Draft draft, Roots roots, int number) {
        Optional<Path> path = draft.path().map(roots::known);
        if (draft.aggregate().isPresent()) {
            String name = draft.alias().orElse("$" + number);
            return new Column.Aggregated(draft.aggregate().get(), path, name);
        }
        Path selected = path.orElseThrow();
        return new Column.Selected(selected, draft.alias().orElseGet(() -> lastName(selected, number)));
    }

    private static String lastName(Path path, int number) {
        return path.steps().getLast() instanceof Path.Name last ? last.name() : "$" + number;
    }
}
