// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import java.util.ArrayList;
import java.util.List;

/// A piece of SQL with the values of its question marks. What people write becomes a value, never text.
record Sql(String text, List<Object> values) {
    static final Sql NEVER = of("0");

    Sql {
        values = List.copyOf(values);
    }

    static Sql of(String text, Object... values) {
        return new Sql(text, List.of(values));
    }

    /// This and then that.
    Sql then(Sql next) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(next.values);
        return new Sql(text + next.text, all);
    }

    Sql then(String next, Object... more) {
        return then(of(next, more));
    }

    /// The terms joined in a balanced tree, because SQLite bounds the depth of expressions, not their number.
    static Sql joined(String operator, List<Sql> terms) {
        if (terms.size() == 1) {
            return terms.getFirst();
        }
        int half = terms.size() / 2;
        return of("(").then(joined(operator, terms.subList(0, half)))
                .then(" " + operator + " ")
                .then(joined(operator, terms.subList(half, terms.size())))
                .then(")");
    }
}
