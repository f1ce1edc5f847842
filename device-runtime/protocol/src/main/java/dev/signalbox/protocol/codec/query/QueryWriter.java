// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

import dev.signalbox.protocol.query.Expression;
import dev.signalbox.protocol.query.Path;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes expressions so that `QueryParser` reads the same again.
public final class QueryWriter {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");
    private static final Pattern OWN_WORD =
            Pattern.compile("(?i)select|from|where|group|order|and|or|not|in|nin|true|false|null|undefined");

    private QueryWriter() {}

    public static String write(Expression expression) {
        return switch (expression) {
            case Expression.Text text -> quoted(text.value());
            case Expression.Numeric number -> new BigDecimal(number.value()).toString();
            case Expression.Truth truth -> String.valueOf(truth.value());
            case Expression.Null nothing -> "null";
            case Expression.Undefined undefined -> "undefined";
            case Expression.Reference reference -> write(reference.path());
            case Expression.Arithmetic a ->
                "(" + write(a.left()) + " " + a.operator().sign() + " " + write(a.right()) + ")";
            case Expression.Comparison c ->
                "(" + write(c.left()) + " " + c.relation().sign() + " " + write(c.right()) + ")";
            case Expression.In in ->
                "(" + write(in.value()) + (in.negated() ? " NIN [" : " IN [") + joined(in.items(), ", ") + "])";
            case Expression.And and -> "(" + joined(and.terms(), " AND ") + ")";
            case Expression.Or or -> "(" + joined(or.terms(), " OR ") + ")";
            case Expression.Not not -> "(NOT " + write(not.term()) + ")";
            case Expression.Call call -> call.function() + "(" + joined(call.arguments(), ", ") + ")";
        };
    }

    /// Writes a path, in brackets where a name is not a plain word.
    public static String write(Path path) {
        var text = new StringBuilder();
        for (Path.Step step : path.steps()) {
            text.append(
                    switch (step) {
                        case Path.Index index -> "[" + index.index() + "]";
                        case Path.Name name
                        when isPlain(name.name(), text.isEmpty()) -> (text.isEmpty() ? "" : ".") + name.name();
                        case Path.Name name -> "[" + quoted(name.name()) + "]";
                    });
        }
        return text.toString();
    }

    private static boolean isPlain(String name, boolean isRoot) {
        return PLAIN.matcher(name).matches()
                && !(isRoot && OWN_WORD.matcher(name).matches());
    }

    private static String joined(List<? extends Expression> parts, String with) {
        return parts.stream().map(QueryWriter::write).collect(Collectors.joining(with));
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("'");
        text.chars().forEach(c -> {
            if (c == '\'' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (Character.isISOControl(c)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('\'').toString();
    }
}
