// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.query;

import dev.signalbox.protocol.codec.query.QueryParser;
import dev.signalbox.protocol.codec.query.QueryRefused;
import java.util.Locale;
import java.util.Optional;

/// What is wrong in a text, and where.
///
/// @param start what is underlined begins here, counted from 0
/// @param end after its last character; more than `start` unless the text is empty
/// @param words such as `Column 14: expected a value but found the end`
public record QueryFault(int start, int end, String words) {
    /// What is wrong with the text; nothing is wrong with one that is empty or `*`.
    static Optional<QueryFault> in(String text, QueryScope scope) {
        if (text.isBlank() || text.strip().equals("*")) {
            return Optional.empty();
        }
        try {
            if (scope == QueryScope.EITHER && isWhole(text)) {
                QueryParser.query(text);
            } else {
                QueryParser.twinCondition(text);
            }
            return Optional.empty();
        } catch (QueryRefused refused) {
            return Optional.of(at(text, refused));
        }
    }

    /// What is wrong with a condition on a message, as a wire has one; nothing is wrong with none.
    public static Optional<QueryFault> inCondition(String text) {
        try {
            var _ = QueryParser.anyCondition(text);
            return Optional.empty();
        } catch (QueryRefused refused) {
            return Optional.of(at(text, refused));
        }
    }

    /// Whether it is meant as a whole query rather than as a condition.
    static boolean isWhole(String text) {
        return QueryWord.of(text).stream()
                .findFirst()
                .filter(word -> word.text(text).toUpperCase(Locale.ROOT).equals("SELECT"))
                .isPresent();
    }

    /// From the place to the end of the word there; the last word if the place is behind all of them.
    private static QueryFault at(String text, QueryRefused refused) {
        int place = Math.clamp(refused.column() - 1L, 0, text.length());
        QueryWord nearest = new QueryWord(QueryWord.Kind.SIGN, 0, text.length());
        for (QueryWord word : QueryWord.of(text)) {
            if (word.start() <= place || nearest.end() == text.length()) {
                nearest = word;
            }
        }
        int start = place < nearest.end() ? Math.max(place, nearest.start()) : nearest.start();
        return new QueryFault(start, nearest.end(), "Column " + refused.column() + ": " + refused.why() + ".");
    }
}
