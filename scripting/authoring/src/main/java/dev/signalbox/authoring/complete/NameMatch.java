// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.complete;

import java.util.Locale;
import java.util.Optional;

/// How letters fit a name, best first. What fits more letters fits the first of them too, so a list only gets shorter
/// while someone types on.
public enum NameMatch {
    /// The name begins with them.
    START,
    /// It does if capitals are the same as small letters.
    START_IN_ANY_CASE,
    /// They begin its words: `sM` or `subMes` for `submitMessage`.
    HUMPS,
    /// They stand somewhere in it.
    INSIDE;

    /// @param typed fits everything when it is empty
    public static Optional<NameMatch> of(String name, String typed) {
        if (name.startsWith(typed)) {
            return Optional.of(START);
        }
        if (name.regionMatches(true, 0, typed, 0, typed.length())) {
            return Optional.of(START_IN_ANY_CASE);
        }
        if (same(name.charAt(0), typed.charAt(0)) && humps(name, 1, typed, 1)) {
            return Optional.of(HUMPS);
        }
        boolean inside = typed.length() > 1 && name.toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT));
        return inside ? Optional.of(INSIDE) : Optional.empty();
    }

    /// Goes on in the word that was begun, or with the next word.
    private static boolean humps(String name, int at, String typed, int from) {
        if (from == typed.length()) {
            return true;
        }
        if (at < name.length() && same(name.charAt(at), typed.charAt(from)) && humps(name, at + 1, typed, from + 1)) {
            return true;
        }
        for (int next = at; next < name.length(); next++) {
            if (beginsWord(name, next) && same(name.charAt(next), typed.charAt(from))) {
                return humps(name, next + 1, typed, from + 1);
            }
        }
        return false;
    }

    private static boolean beginsWord(String name, int at) {
        char sign = name.charAt(at);
        return Character.isUpperCase(sign) || Character.isDigit(sign) || name.charAt(at - 1) == '_';
    }

    private static boolean same(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other);
    }
}
