// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

import dev.signalbox.protocol.query.Expression;
import dev.signalbox.protocol.query.Expression.Constant;
import dev.signalbox.protocol.query.Expression.Operator;
import dev.signalbox.protocol.query.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads what operators stand between: constants, paths, calls, parentheses, signs.
final class OperandParser {
    private static final int MOST_ITEMS = 1000;
    private static final String VALUE = "a path, a value, a function or \"(\"";

    private final Tokens tokens;
    private final PathParser paths;
    private final ExpressionParser expressions;

    OperandParser(Tokens tokens, PathParser paths, ExpressionParser expressions) {
        this.tokens = tokens;
        this.paths = paths;
        this.expressions = expressions;
    }

    Expression operand() {
        Token token = tokens.peek();
        Optional<Constant> constant = constant();
        if (constant.isPresent()) {
            return constant.get();
        }
        if (tokens.trySign("(")) {
            Expression inside = expressions.expression();
            tokens.sign(")");
            return inside;
        }
        if (tokens.trySign("-")) {
            return expressions.depth().within(token.column(), () -> negative(token.column()));
        }
        if (token.kind() == Token.Kind.WORD && tokens.peekSecond().isSign("(") && !PathParser.isOwnWord(token)) {
            return call();
        }
        if (token.kind() != Token.Kind.WORD && !token.isSign("[")) {
            throw tokens.unexpected(VALUE);
        }
        return new Expression.Reference(paths.path());
    }

    /// A list of constants in brackets, not empty.
    List<Constant> constants() {
        int column = tokens.column();
        tokens.sign("[");
        List<Constant> items = new ArrayList<>();
        do {
            items.add(constant().orElseThrow(() -> tokens.unexpected("a text, a number, true, false or null")));
            if (items.size() > MOST_ITEMS) {
                throw QueryProblems.tooMuch(column, "the list has more than " + MOST_ITEMS + " items");
            }
        } while (tokens.trySign(","));
        tokens.sign("]");
        return items;
    }

    private Optional<Constant> constant() {
        Token token = tokens.peek();
        boolean negative = token.isSign("-") && tokens.peekSecond().kind() == Token.Kind.NUMBER;
        if (negative) {
            tokens.take();
        }
        Optional<Constant> constant = switch (tokens.peek().kind()) {
            case TEXT -> Optional.of(new Expression.Text(tokens.peek().text()));
            case NUMBER -> Optional.of(new Expression.Numeric(number(tokens.peek()) * (negative ? -1 : 1)));
            case WORD -> word(tokens.peek().text());
            default -> Optional.empty();
        };
        constant.ifPresent(taken -> tokens.take());
        return constant;
    }

    private Optional<Constant> word(String word) {
        boolean startsPath = tokens.peekSecond().isSign(".")
                || tokens.peekSecond().isSign("[")
                || tokens.peekSecond().isSign("(");
        if (startsPath) {
            return Optional.empty();
        }
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(new Expression.Truth(true));
            case "false" -> Optional.of(new Expression.Truth(false));
            case "null" -> Optional.of(new Expression.Null());
            case "undefined" -> Optional.of(new Expression.Undefined());
            default -> Optional.empty();
        };
    }

    private static double number(Token token) {
        String text = token.text();
        if (!text.startsWith("0x") && !text.startsWith("0X")) {
            return finite(token);
        }
        if (text.length() < 3 || text.length() > 15) {
            throw QueryProblems.unexpected(token.column(), "up to 13 hexadecimal digits after 0x", text);
        }
        return Long.parseLong(text.substring(2), 16);
    }

    private static double finite(Token token) {
        double value = Double.parseDouble(token.text());
        if (Double.isInfinite(value)) {
            throw QueryProblems.malformed(token.column(), "the number is beyond 1.8e308");
        }
        return value;
    }

    private Expression negative(int column) {
        return expressions
                .depth()
                .checked(column, new Expression.Arithmetic(Operator.TIMES, new Expression.Numeric(-1), operand()));
    }

    private Expression call() {
        Token name = tokens.take();
        Function function = Function.named(name.text())
                .orElseThrow(() -> QueryProblems.unexpected(name.column(), "a function", name.text()));
        tokens.sign("(");
        List<Expression> arguments = new ArrayList<>();
        do {
            arguments.add(expressions.expression());
        } while (arguments.size() < function.most() && tokens.trySign(","));
        if (arguments.size() < function.fewest()) {
            throw tokens.unexpected("\",\" and value " + (arguments.size() + 1) + " of " + function);
        }
        tokens.sign(")");
        return expressions.depth().checked(name.column(), new Expression.Call(function, arguments));
    }
}
