// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.query;

import dev.signalbox.protocol.query.Aggregate;
import dev.signalbox.protocol.query.Function;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Finds what can be written where the caret stands: values after a path and a sign, else paths of the fleet, functions
/// and words of the language.
final class Completions {
    private static final int MOST = 30;
    private static final List<String> IN_CONDITIONS =
            List.of("AND", "OR", "NOT", "IN [", "NIN [", "true", "false", "null");
    private static final List<String> IN_QUERIES =
            List.of("SELECT", "SELECT TOP", "FROM devices", "WHERE", "GROUP BY", "ORDER BY", "DESC", "AS");

    private final String text;
    private final int caret;
    private final Map<String, List<String>> paths;
    private final List<QueryWord> before;
    private final int from;
    private final List<Completion> found = new ArrayList<>();

    private Completions(String text, int caret, Map<String, List<String>> paths) {
        this.text = text;
        this.caret = caret;
        this.paths = paths;
        List<QueryWord> words = new ArrayList<>(QueryWord.of(text.substring(0, caret)));
        boolean inside = !words.isEmpty()
                && words.getLast().end() == caret
                && words.getLast().kind() != QueryWord.Kind.SIGN
                && !isClosed(words.getLast());
        this.from = inside ? words.removeLast().start() : caret;
        this.before = words;
    }

    /// @param paths of the fleet, with values as a query spells them
    static List<Completion> at(String text, int caret, Map<String, List<String>> paths, QueryScope scope) {
        return new Completions(text, caret, paths).find(scope);
    }

    private boolean isClosed(QueryWord word) {
        String spelled = text.substring(word.start(), word.end());
        return word.kind() == QueryWord.Kind.TEXT
                && spelled.length() > 1
                && spelled.charAt(0) == spelled.charAt(spelled.length() - 1);
    }

    private List<Completion> find(QueryScope scope) {
        Optional<String> compared = comparedPath();
        if (compared.isPresent()) {
            paths.getOrDefault(compared.get(), List.of()).forEach(value -> offer(value, value, "value"));
        } else if (!typed().startsWith("'") && !typed().startsWith("\"")) {
            paths.keySet().forEach(path -> offer(path, path, "path"));
            if (!typed().isEmpty()) {
                words(scope);
            } else if (afterOperand()) {
                List.of("=", "!=", "AND", "OR", "IN [").forEach(word -> offer(word, word + " ", "word"));
            }
        }
        found.sort((one, other) -> Boolean.compare(!starts(one), !starts(other)));
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    private void words(QueryScope scope) {
        for (Function function : Function.values()) {
            offer(function.name() + "()", function.name() + "(", "function");
        }
        IN_CONDITIONS.forEach(word -> offer(word, word.endsWith("[") ? word : word + " ", "word"));
        if (scope == QueryScope.EITHER) {
            IN_QUERIES.forEach(word -> offer(word, word + " ", "word"));
            Arrays.stream(Aggregate.values())
                    .forEach(one ->
                            offer(one.name() + "()", one == Aggregate.COUNT ? "COUNT()" : one + "(", "function"));
        }
    }

    private void offer(String label, String insert, String kind) {
        String wanted = folded(typed());
        boolean isSame = folded(insert.strip()).equals(wanted);
        boolean anywhere = kind.equals("path") || kind.equals("value");
        boolean fits = anywhere ? folded(label).contains(wanted) : folded(label).startsWith(wanted);
        if (fits && !isSame) {
            found.add(new Completion(from, caret, label, insert, kind));
        }
    }

    private boolean starts(Completion one) {
        return folded(one.label()).startsWith(folded(typed()));
    }

    private String typed() {
        return text.substring(from, caret);
    }

    private boolean afterOperand() {
        return !before.isEmpty()
                && (before.getLast().kind() == QueryWord.Kind.PATH
                        || before.getLast().kind() == QueryWord.Kind.TEXT
                        || before.getLast().kind() == QueryWord.Kind.NUMBER
                        || before.getLast().is(text, ")", "]"));
    }

    /// The path whose value is written here.
    private Optional<String> comparedPath() {
        int last = before.size() - 1;
        if (last >= 1 && before.get(last).is(text, "=", "!=", "<>", "<", "<=", ">", ">=")) {
            return path(last - 1);
        }
        while (last >= 0 && !before.get(last).is(text, "[", "]", "(", ")", "AND", "OR")) {
            last--;
        }
        boolean isList = last >= 2
                && before.get(last).is(text, "[")
                && before.get(last - 1).is(text, "IN", "NIN");
        return isList
                ? path(before.get(last - 2).is(text, "NOT") && last >= 3 ? last - 3 : last - 2)
                : Optional.empty();
    }

    private Optional<String> path(int at) {
        QueryWord word = before.get(at);
        return word.kind() == QueryWord.Kind.PATH
                ? Optional.of(word.text(text).replaceFirst("^devices\\.", ""))
                : Optional.empty();
    }

    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
