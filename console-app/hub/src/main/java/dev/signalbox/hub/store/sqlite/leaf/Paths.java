// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.protocol.query.Expression;
import dev.signalbox.protocol.query.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The paths an expression names.
final class Paths {
    private Paths() {}

    /// Each once, as they come.
    static List<Path> of(Expression expression) {
        Set<Path> paths = new LinkedHashSet<>();
        collect(expression, paths);
        return List.copyOf(paths);
    }

    /// The expression over a flat document that holds the values of these paths under `0`, `1` and so on.
    static Expression numbered(Expression expression, List<Path> paths) {
        return switch (expression) {
            case Expression.Constant constant -> constant;
            case Expression.Reference reference ->
                new Expression.Reference(Path.of(Integer.toString(paths.indexOf(reference.path()))));
            case Expression.Arithmetic a ->
                new Expression.Arithmetic(a.operator(), numbered(a.left(), paths), numbered(a.right(), paths));
            case Expression.Comparison c ->
                new Expression.Comparison(c.relation(), numbered(c.left(), paths), numbered(c.right(), paths));
            case Expression.In in -> new Expression.In(numbered(in.value(), paths), in.items(), in.negated());
            case Expression.And and -> new Expression.And(numbered(and.terms(), paths));
            case Expression.Or or -> new Expression.Or(numbered(or.terms(), paths));
            case Expression.Not not -> new Expression.Not(numbered(not.term(), paths));
            case Expression.Call call -> new Expression.Call(call.function(), numbered(call.arguments(), paths));
        };
    }

    private static List<Expression> numbered(List<Expression> expressions, List<Path> paths) {
        return expressions.stream().map(each -> numbered(each, paths)).toList();
    }

    private static void collect(Expression expression, Set<Path> into) {
        switch (expression) {
            case Expression.Constant constant -> {}
            case Expression.Reference reference -> into.add(reference.path());
            case Expression.Arithmetic a -> List.of(a.left(), a.right()).forEach(part -> collect(part, into));
            case Expression.Comparison c -> List.of(c.left(), c.right()).forEach(part -> collect(part, into));
            case Expression.In in -> collect(in.value(), into);
            case Expression.And and -> and.terms().forEach(part -> collect(part, into));
            case Expression.Or or -> or.terms().forEach(part -> collect(part, into));
            case Expression.Not not -> collect(not.term(), into);
            case Expression.Call call -> call.arguments().forEach(part -> collect(part, into));
        }
    }
}
