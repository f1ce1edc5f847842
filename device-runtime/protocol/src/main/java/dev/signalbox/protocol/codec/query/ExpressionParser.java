// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

import dev.signalbox.protocol.query.Expression;
import dev.signalbox.protocol.query.Expression.Operator;
import dev.signalbox.protocol.query.Expression.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads expressions by recursive descent: OR binds least, then AND, NOT, comparisons, sums, products, signs.
final class ExpressionParser {
    private static final Map<String, Relation> RELATIONS = Map.of(
            "=", Relation.EQUAL,
            "!=", Relation.NOT_EQUAL,
            "<>", Relation.NOT_EQUAL,
            "<", Relation.LESS,
            "<=", Relation.AT_MOST,
            ">", Relation.MORE,
            ">=", Relation.AT_LEAST);
    private static final Map<String, Operator> SUMS = Map.of("+", Operator.PLUS, "-", Operator.MINUS);
    private static final Map<String, Operator> PRODUCTS =
            Map.of("*", Operator.TIMES, "/", Operator.DIVIDED_BY, "%", Operator.MODULO);

    private final Tokens tokens;
    private final OperandParser operands;
    private final Depth depth = new Depth();

    ExpressionParser(Tokens tokens, PathParser paths) {
        this.tokens = tokens;
        this.operands = new OperandParser(tokens, paths, this);
    }

    Expression expression() {
        return depth.within(tokens.column(), () -> joined("OR", this::conjunction, Expression.Or::new));
    }

    private Expression conjunction() {
        return joined("AND", this::negation, Expression.And::new);
    }

    private Expression joined(String word, Supplier<Expression> term, Function<List<Expression>, Expression> join) {
        int column = tokens.column();
        Expression first = term.get();
        if (!tokens.peek().isWord(word)) {
            return first;
        }
        List<Expression> terms = new ArrayList<>(List.of(first));
        while (tokens.tryWord(word)) {
            terms.add(term.get());
        }
        return depth.checked(column, join.apply(terms));
    }

    private Expression negation() {
        int column = tokens.column();
        if (!tokens.tryWord("NOT")) {
            return comparison();
        }
        return depth.within(column, () -> depth.checked(column, new Expression.Not(negation())));
    }

    private Expression comparison() {
        int column = tokens.column();
        Expression left = sum();
        Optional<Expression> list = list(left);
        if (list.isPresent()) {
            return depth.checked(column, list.get());
        }
        Relation relation = tokens.peek().kind() == Token.Kind.SIGN
                ? RELATIONS.get(tokens.peek().text())
                : null;
        if (relation == null) {
            return left;
        }
        tokens.take();
        return depth.checked(column, new Expression.Comparison(relation, left, sum()));
    }

    private Optional<Expression> list(Expression value) {
        boolean notIn = tokens.peek().isWord("NOT") && tokens.peekSecond().isWord("IN");
        if (notIn) {
            tokens.take();
        }
        boolean negated = notIn || tokens.peek().isWord("NIN");
        if (!negated && !tokens.peek().isWord("IN")) {
            return Optional.empty();
        }
        tokens.take();
        return Optional.of(new Expression.In(value, operands.constants(), negated));
    }

    private Expression sum() {
        return chain(SUMS, this::product);
    }

    private Expression product() {
        return chain(PRODUCTS, operands::operand);
    }

    private Expression chain(Map<String, Operator> operators, Supplier<Expression> operand) {
        int column = tokens.column();
        Expression left = operand.get();
        for (Operator next = operator(operators); next != null; next = operator(operators)) {
            tokens.take();
            left = depth.checked(column, new Expression.Arithmetic(next, left, operand.get()));
        }
        return left;
    }

    private @Nullable Operator operator(Map<String, Operator> operators) {
        Token token = tokens.peek();
        return token.kind() == Token.Kind.SIGN ? operators.get(token.text()) : null;
    }

    Depth depth() {
        return depth;
    }
}
