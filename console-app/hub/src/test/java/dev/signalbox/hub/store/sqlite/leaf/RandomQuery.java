// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.protocol.query.Aggregate;
import dev.signalbox.protocol.query.Column;
import dev.signalbox.protocol.query.Expression;
import dev.signalbox.protocol.query.Function;
import dev.signalbox.protocol.query.Order;
import dev.signalbox.protocol.query.Path;
import dev.signalbox.protocol.query.Query;
import dev.signalbox.protocol.query.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Random queries, most of them of the kinds people write.
public final class RandomQuery {
    private final Chance chance;
    private final Source source;

    public RandomQuery(Chance chance, Source source) {
        this.chance = chance;
        this.source = source;
    }

    public Query query() {
        Optional<Expression> where = chance.in(10) ? Optional.empty() : Optional.of(condition(0));
        if (chance.in(4)) {
            return grouped(where);
        }
        List<Column> columns = chance.in(2) ? List.of(new Column.Selected(Path.of("deviceId"), "id")) : List.of();
        List<Order> orderBy = chance.in(4) ? times(2, i -> new Order(chance.path(source), chance.in(2))) : List.of();
        return new Query(OptionalInt.empty(), columns, source, where, List.of(), orderBy);
    }

    private Query grouped(Optional<Expression> where) {
        List<Path> groupBy = times(chance.random.nextInt(3), i -> chance.path(source));
        List<Column> columns = new ArrayList<>();
        groupBy.forEach(path -> columns.add(new Column.Selected(path, "key" + columns.size())));
        for (Aggregate aggregate : Aggregate.values()) {
            Optional<Path> path =
                    aggregate == Aggregate.COUNT && chance.in(2) ? Optional.empty() : Optional.of(chance.path(source));
            columns.add(new Column.Aggregated(aggregate, path, aggregate.name()));
        }
        List<Order> orderBy =
                groupBy.isEmpty() || chance.in(2) ? List.of() : List.of(new Order(chance.oneOf(groupBy), chance.in(2)));
        return new Query(OptionalInt.empty(), columns, source, where, groupBy, orderBy);
    }

    private Expression condition(int depth) {
        return switch (chance.random.nextInt(depth > 3 ? 7 : 12)) {
            case 0, 1 -> compared(reference(), constant());
            case 2 ->
                new Expression.In(chance.in(8) ? value(depth) : reference(), times(3, i -> constant()), chance.in(2));
            case 3 -> typed(reference());
            case 4 -> searched();
            case 5 -> reference();
            case 6 -> compared(value(depth), value(depth));
            case 7 -> new Expression.Not(condition(depth + 1));
            case 8 -> new Expression.Or(times(1 + chance.random.nextInt(3), i -> condition(depth + 1)));
            case 9 -> typed(value(depth + 1));
            default -> new Expression.And(times(1 + chance.random.nextInt(3), i -> condition(depth + 1)));
        };
    }

    private Expression value(int depth) {
        return switch (chance.random.nextInt(depth > 4 ? 4 : 8)) {
            case 0, 1, 2 -> reference();
            case 3 -> constant();
            case 4, 5 ->
                new Expression.Arithmetic(
                        chance.oneOf(List.of(Expression.Operator.values())), value(depth + 1), value(depth + 1));
            case 6 -> condition(depth + 1);
            default -> call(depth);
        };
    }

    private Expression call(int depth) {
        Function function = chance.oneOf(List.of(Function.values()));
        int arguments = function.fewest() + chance.random.nextInt(Math.min(function.most(), 3) - function.fewest() + 1);
        return new Expression.Call(function, times(arguments - 1, i -> value(depth + 1)));
    }

    private Expression searched() {
        Function function = chance.oneOf(List.of(Function.STARTSWITH, Function.ENDSWITH, Function.CONTAINS));
        return new Expression.Call(function, List.of(reference(), new Expression.Text(chance.text())));
    }

    private Expression typed(Expression value) {
        Function function = chance.oneOf(List.of(
                Function.IS_DEFINED,
                Function.IS_NULL,
                Function.IS_BOOL,
                Function.IS_NUMBER,
                Function.IS_STRING,
                Function.IS_ARRAY,
                Function.IS_OBJECT,
                Function.IS_PRIMITIVE));
        return new Expression.Call(function, List.of(value));
    }

    private Expression compared(Expression left, Expression right) {
        return new Expression.Comparison(chance.oneOf(List.of(Expression.Relation.values())), left, right);
    }

    private Expression reference() {
        return new Expression.Reference(chance.path(source));
    }

    private Expression.Constant constant() {
        return switch (chance.random.nextInt(8)) {
            case 0, 1, 2 -> new Expression.Text(chance.text());
            case 3, 4 -> new Expression.Numeric(chance.number());
            case 5 -> new Expression.Truth(chance.random.nextBoolean());
            case 6 -> new Expression.Null();
            default ->
                chance.in(4)
                        ? new Expression.Undefined()
                        : new Expression.Text(chance.oneOf(List.of("device-7", "job-1", "scheduled", "failed")));
        };
    }

    /// One more than so many.
    private static <T> List<T> times(int oneLess, IntFunction<T> make) {
        return IntStream.rangeClosed(0, oneLess).mapToObj(make).toList();
    }
}
