// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

import dev.signalbox.protocol.query.Expression;
import dev.signalbox.protocol.query.Query;
import dev.signalbox.protocol.query.Source;
import java.util.Optional;

/// Reads queries and conditions: up to 8192 characters, nested up to 50 deep. What is wrong is told in a
/// ProblemException that names the column, counted from 1, and what was expected there. Words of the language and names
/// of functions are taken in any case.
public final class QueryParser {
    private QueryParser() {}

    /// Reads a whole query:
    /// `SELECT [TOP n] columns FROM documents [WHERE condition] [GROUP BY paths] [ORDER BY paths]`.
    public static Query query(String text) {
        return new SelectParser(Tokens.of(text)).query();
    }

    /// Reads a condition on the twins of devices, as a job has one: what stands after WHERE, such as
    /// `tags.site = 'north'`.
    public static Expression twinCondition(String text) {
        return condition(text, Roots.of(Source.DEVICES));
    }

    /// Reads a condition on any document, as a wire or an alert has one. Every name counts as it is written.
    public static Expression condition(String text) {
        return condition(text, Roots.DOCUMENT);
    }

    /// The same where there may be none: a blank text is no condition.
    public static Optional<Expression> anyCondition(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(condition(text));
    }

    private static Expression condition(String text, Roots roots) {
        var tokens = Tokens.of(text);
        if (tokens.peek().isWord("SELECT")) {
            throw QueryProblems.wholeQuery(tokens.column());
        }
        Expression condition = new ExpressionParser(tokens, new PathParser(tokens, roots)).expression();
        tokens.end("an operator or the end");
        return condition;
    }
}
