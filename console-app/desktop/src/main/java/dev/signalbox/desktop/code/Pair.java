// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.workbench.editing.Token;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Two brackets that belong together.
///
/// @param opening where the first stands
/// @param closing where the second stands
record Pair(int opening, int closing) {
    /// What lies further away is not on the screen.
    private static final int FARTHEST = 100_000;

    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    /// The pair of the bracket before the caret, else of that behind it. Brackets in strings and comments count only
    /// among themselves.
    static Optional<Pair> at(String text, int caret, List<Token> tokens) {
        return of(text, caret - 1, tokens).or(() -> of(text, caret, tokens));
    }

    /// Whether that is a bracket.
    static boolean isBracket(char sign) {
        return OPENING.indexOf(sign) >= 0 || CLOSING.indexOf(sign) >= 0;
    }

    private static Optional<Pair> of(String text, int place, List<Token> tokens) {
        if (place < 0 || place >= text.length() || !isBracket(text.charAt(place))) {
            return Optional.empty();
        }
        BitSet written = written(tokens);
        char sign = text.charAt(place);
        int forward = OPENING.indexOf(sign);
        char other = forward >= 0 ? CLOSING.charAt(forward) : OPENING.charAt(CLOSING.indexOf(sign));
        int step = forward >= 0 ? 1 : -1;
        int open = 0;
        for (int at = place; at >= 0 && at < text.length() && Math.abs(at - place) < FARTHEST; at += step) {
            if (written.get(at) == written.get(place)) {
                open += text.charAt(at) == sign ? 1 : text.charAt(at) == other ? -1 : 0;
            }
            if (open == 0) {
                return Optional.of(new Pair(Math.min(place, at), Math.max(place, at)));
            }
        }
        return Optional.empty();
    }

    /// What is in strings and comments.
    private static BitSet written(List<Token> tokens) {
        var places = new BitSet();
        tokens.stream()
                .filter(token -> token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.COMMENT)
                .forEach(token -> places.set(token.start(), token.end()));
        return places;
    }
}
