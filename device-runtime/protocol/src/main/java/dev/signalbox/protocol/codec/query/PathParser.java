// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

import dev.signalbox.protocol.query.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads paths: names joined by dots; `['odd name']`, `[[group]]` for words the language uses itself, `[0]` for
/// elements of arrays.
final class PathParser {
    private static final int MOST_STEPS = 32;
    private static final int HIGHEST_INDEX = 1_000_000;
    private static final Set<String> OWN_WORDS =
            Set.of("SELECT", "FROM", "WHERE", "GROUP", "ORDER", "AND", "OR", "NOT", "IN", "NIN");

    private final Tokens tokens;
    private final Roots roots;

    PathParser(Tokens tokens, Roots roots) {
        this.tokens = tokens;
        this.roots = roots;
    }

    Path path() {
        int column = tokens.column();
        List<Path.Step> steps = new ArrayList<>();
        steps.add(tokens.peek().isSign("[") ? bracketed() : root());
        while (tokens.peek().isSign(".") || tokens.peek().isSign("[")) {
            steps.add(step());
            if (steps.size() > MOST_STEPS) {
                throw QueryProblems.tooMuch(column, "the path has more than " + MOST_STEPS + " steps");
            }
        }
        return roots.known(new Path(steps));
    }

    static boolean isOwnWord(Token token) {
        return token.kind() == Token.Kind.WORD
                && OWN_WORDS.contains(token.text().toUpperCase(Locale.ROOT));
    }

    private Path.Step root() {
        if (isOwnWord(tokens.peek())) {
            throw tokens.unexpected("a path; a property of that name is written [["
                    + tokens.peek().text() + "]]");
        }
        return new Path.Name(tokens.take(Token.Kind.WORD, "a path").text());
    }

    private Path.Step step() {
        if (tokens.trySign(".") && !tokens.peek().isSign("[")) {
            return new Path.Name(
                    tokens.take(Token.Kind.WORD, "a name after the dot").text());
        }
        return bracketed();
    }

    private Path.Step bracketed() {
        tokens.sign("[");
        Path.Step step = inside();
        tokens.sign("]");
        return step;
    }

    private Path.Step inside() {
        if (tokens.trySign("[")) {
            String name = tokens.take(Token.Kind.WORD, "a name").text();
            tokens.sign("]");
            return new Path.Name(name);
        }
        if (tokens.peek().kind() == Token.Kind.TEXT) {
            return new Path.Name(tokens.take().text());
        }
        return new Path.Index(index());
    }

    private int index() {
        Token number = tokens.take(Token.Kind.NUMBER, "a name in quotes or an index");
        if (!number.text().matches("\\d{1,7}") || Integer.parseInt(number.text()) > HIGHEST_INDEX) {
            throw QueryProblems.unexpected(number.column(), "an index up to " + HIGHEST_INDEX, number.text());
        }
        return Integer.parseInt(number.text());
    }
}
