// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Finds words in a text and replaces them. Words are taken as they are written; of very many places the first count.
final class Finder {
    static final int MOST = 10_000;

    private final StringProperty words = new SimpleStringProperty("");
    private final StringProperty replacement = new SimpleStringProperty("");
    private final BooleanProperty matchCase = new SimpleBooleanProperty();
    private final BooleanProperty wholeWords = new SimpleBooleanProperty();
    private final SimpleObjectProperty<List<Match>> matches = new SimpleObjectProperty<>(List.of());
    private String text = "";

    Finder() {
        words.subscribe(ignored -> find());
        matchCase.subscribe(ignored -> find());
        wholeWords.subscribe(ignored -> find());
    }

    /// What is looked for; nothing when empty.
    StringProperty words() {
        return words;
    }

    StringProperty replacement() {
        return replacement;
    }

    BooleanProperty matchCase() {
        return matchCase;
    }

    BooleanProperty wholeWords() {
        return wholeWords;
    }

    /// Where the words stand, in order.
    ReadOnlyObjectProperty<List<Match>> matches() {
        return matches;
    }

    /// The text is this now.
    void look(String now) {
        if (!now.equals(text)) {
            text = now;
            find();
        }
    }

    private void find() {
        matches.set(
                words.get().isEmpty()
                        ? List.of()
                        : pattern()
                                .matcher(text)
                                .results()
                                .limit(MOST)
                                .map(found -> new Match(found.start(), found.end()))
                                .toList());
    }

    private Pattern pattern() {
        String wanted = words.get();
        int flags = matchCase.get() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return Pattern.compile(
                edge(wanted.codePointAt(0)) + Pattern.quote(wanted) + edge(wanted.codePointBefore(wanted.length())),
                flags);
    }

    /// A sign that is part of no word stands where it stands.
    private String edge(int sign) {
        return wholeWords.get() && Character.isJavaIdentifierPart(sign) ? "\\b" : "";
    }

    /// The first at or after a place, or the very first when there is none.
    Optional<Match> next(int from) {
        List<Match> all = matches.get();
        return all.stream()
                .filter(match -> match.start() >= from)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /// The last that ends at or before a place, or the very last when there is none.
    Optional<Match> previous(int from) {
        List<Match> all = matches.get().reversed();
        return all.stream()
                .filter(match -> match.end() <= from)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /// Which of them it is, counted from 1; 0 when it is none.
    int number(int start, int end) {
        return matches.get().indexOf(new Match(start, end)) + 1;
    }

    /// What stands from the first to the last of them, once each is replaced. Empty when there are none.
    Optional<Replaced> replacedAll() {
        List<Match> all = matches.get();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var made = new StringBuilder();
        int at = all.getFirst().start();
        for (Match match : all) {
            made.append(text, at, match.start()).append(replacement.get());
            at = match.end();
        }
        return Optional.of(new Replaced(all.getFirst().start(), all.getLast().end(), made.toString()));
    }

    /// One change of a text.
    ///
    /// @param start where it begins
    /// @param end of what was there
    /// @param now what is there instead
    record Replaced(int start, int end, String now) {}
}
