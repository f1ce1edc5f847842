// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.protocol.query.Expression;
import java.util.Optional;

/// Functions that SQLite can do as well: those that look at a type, or for a text in the value at a path.
final class Calls {
    private final Place place;

    Calls(Place place) {
        this.place = place;
    }

    /// True where the call is true; empty where it has no short form.
    Optional<Sql> holds(Expression.Call call) {
        return type(call)
                .or(() -> text(call)
                        .map(found ->
                                Sql.of("(" + isText(call) + " AND ").then(found).then(")")));
    }

    /// True where the call is false; empty where it has no short form.
    Optional<Sql> fails(Expression.Call call) {
        return type(call)
                .map(is -> Sql.of("(").then(is).then(") IS NOT TRUE"))
                .or(() -> text(call)
                        .map(found -> Sql.of("(" + isText(call) + " AND NOT ")
                                .then(found)
                                .then(")")));
    }

    private Optional<Sql> type(Expression.Call call) {
        if (!(call.arguments().getFirst() instanceof Expression.Reference reference)) {
            return Optional.empty();
        }
        String value = place.value(reference.path());
        return switch (call.function()) {
            case IS_DEFINED -> Optional.of(Sql.of(value + " IS NOT NULL"));
            case IS_NULL -> Optional.of(Sql.of(value + " = " + Stored.NULL));
            case IS_BOOL -> Optional.of(Sql.of(value + " IN (" + Stored.TRUE + ", " + Stored.FALSE + ")"));
            case IS_NUMBER -> Optional.of(Sql.of(value + " < ''"));
            case IS_STRING -> Optional.of(Sql.of("(" + isText(call) + ")"));
            case IS_ARRAY -> Optional.of(Sql.of(value + " = " + Stored.ARRAY));
            case IS_OBJECT -> Optional.of(Sql.of(value + " = " + Stored.OBJECT));
            case IS_PRIMITIVE -> Optional.of(Sql.of(value + " < " + Stored.OBJECT));
            default -> Optional.empty();
        };
    }

    private String isText(Expression.Call call) {
        String value = call.arguments().getFirst() instanceof Expression.Reference reference
                ? place.value(reference.path())
                : "NULL";
        return value + " >= '' AND " + value + " < x''";
    }

    private Optional<Sql> text(Expression.Call call) {
        if (call.arguments().size() != 2
                || !(call.arguments().getFirst() instanceof Expression.Reference reference)
                || !(call.arguments().getLast() instanceof Expression.Text wanted)) {
            return Optional.empty();
        }
        String value = place.value(reference.path());
        return switch (call.function()) {
            case STARTSWITH -> Optional.of(startsWith(value, wanted.value()));
            case ENDSWITH -> Optional.of(endsWith(value, wanted.value()));
            case CONTAINS -> Optional.of(Sql.of("(instr(" + value + ", ?) > 0)", wanted.value()));
            default -> Optional.empty();
        };
    }

    private static Sql startsWith(String value, String wanted) {
        String beyond = beyond(wanted);
        return beyond.isEmpty()
                ? Sql.of("(" + value + " >= ?)", wanted)
                : Sql.of("(" + value + " >= ? AND " + value + " < ?)", wanted, beyond);
    }

    /// By bytes, because for texts SQLite stops at a zero character; with IS, because nothing cut from nothing is NULL.
    private static Sql endsWith(String value, String wanted) {
        return wanted.isEmpty()
                ? Sql.of("1")
                : Sql.of(
                        "(substr(CAST(" + value + " AS BLOB), -length(CAST(? AS BLOB))) IS CAST(? AS BLOB))",
                        wanted,
                        wanted);
    }

    /// The first text after all those that start so; empty if there is none.
    private static String beyond(String start) {
        String rest = start;
        while (!rest.isEmpty()) {
            int last = rest.codePointBefore(rest.length());
            rest = rest.substring(0, rest.length() - Character.charCount(last));
            if (last < Character.MAX_CODE_POINT) {
                int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
                return rest + Character.toString(next);
            }
        }
        return "";
    }
}
