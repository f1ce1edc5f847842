// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.query;

import java.util.Locale;
import java.util.Optional;

/// Functions of the language. Given a value of a type it does not take, a function is undefined; the IS functions are
/// false. Places and lengths count characters (code points).
public enum Function {
    IS_DEFINED(1, 1),
    IS_NULL(1, 1),
    IS_BOOL(1, 1),
    IS_NUMBER(1, 1),
    IS_STRING(1, 1),
    IS_ARRAY(1, 1),
    IS_OBJECT(1, 1),
    /// Null, a truth value, a number or a text.
    IS_PRIMITIVE(1, 1),
    STARTSWITH(2, 2),
    ENDSWITH(2, 2),
    CONTAINS(2, 2),
    /// The first place of the second text in the first, from 0; -1 if there is none.
    INDEX_OF(2, 2),
    /// Text, first place from 0, and at most how many; without the last, all that follows.
    SUBSTRING(2, 3),
    CONCAT(2, 16),
    LENGTH(1, 1),
    LOWER(1, 1),
    UPPER(1, 1),
    /// A text as the number it spells, a number as it is.
    AS_NUMBER(1, 1),
    ABS(1, 1),
    CEILING(1, 1),
    EXP(1, 1),
    FLOOR(1, 1),
    POWER(2, 2),
    SIGN(1, 1),
    SQRT(1, 1),
    SQUARE(1, 1);

    private final int fewest;
    private final int most;

    Function(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
    }

    /// The function of that name, in any case; STARTS_WITH and ENDS_WITH are other names of STARTSWITH and ENDSWITH.
    public static Optional<Function> named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        String known = upper.equals("STARTS_WITH") || upper.equals("ENDS_WITH") ? upper.replace("_", "") : upper;
        for (Function function : values()) {
            if (function.name().equals(known)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    /// How many values it needs.
    public int fewest() {
        return fewest;
    }

    /// How many values it takes.
    public int most() {
        return most;
    }
}
