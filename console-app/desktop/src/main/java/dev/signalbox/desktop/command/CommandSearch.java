// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.command;

import dev.signalbox.desktop.kit.Command;
import dev.signalbox.desktop.kit.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds commands by some letters of their names: each word that was typed must begin the name, begin one of its words,
/// be its words' first letters, or stand somewhere in it. A word may be the page's name, too.
final class CommandSearch {
    /// Nobody reads more.
    static final int MOST = 50;

    private static final int NOT = 0;
    private static final int PAGE = 1;
    private static final int INSIDE = 2;
    private static final int INITIALS = 3;
    private static final int WORD = 4;
    private static final int START = 5;

    private CommandSearch() {}

    /// The best first.
    ///
    /// @param recent names of what was done last, the newest first: among equals these come first
    static List<Command> find(String query, List<Command> all, List<String> recent) {
        List<String> words = List.of(query.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return all.stream()
                .map(command -> new Hit(command, score(words, command), age(command, recent)))
                .filter(hit -> hit.score() > NOT)
                .sorted(Hit.BEST)
                .limit(MOST)
                .map(Hit::command)
                .toList();
    }

    private record Hit(Command command, int score, int age) {
        static final Comparator<Hit> BEST = Comparator.comparingInt(Hit::score)
                .reversed()
                .thenComparingInt(Hit::age)
                .thenComparingInt(hit -> hit.command().title().length());
    }

    private static int age(Command command, List<String> recent) {
        int at = recent.indexOf(command.title());
        return at < 0 ? recent.size() : at;
    }

    /// The sum over all words; 0 if one is not there.
    private static int score(List<String> words, Command command) {
        int sum = 0;
        for (String word : words) {
            int one = Math.max(
                    score(word, command.title()),
                    command.place()
                                    .map(Place::title)
                                    .filter(title -> score(word, title) >= WORD)
                                    .isPresent()
                            ? PAGE
                            : NOT);
            if (one == NOT) {
                return NOT;
            }
            sum += one;
        }
        return sum;
    }

    private static int score(String word, String title) {
        String lower = title.toLowerCase(Locale.ROOT);
        int at = lower.indexOf(word);
        if (at == 0) {
            return START;
        }
        for (int next = at; next > 0; next = lower.indexOf(word, next + 1)) {
            if (beginsWord(title, next)) {
                return WORD;
            }
        }
        return initials(title).startsWith(word) ? INITIALS : at > 0 ? INSIDE : NOT;
    }

    /// After something else than a letter or digit, or at the hump of a camel.
    private static boolean beginsWord(String title, int at) {
        char before = title.charAt(at - 1);
        return !Character.isLetterOrDigit(before)
                || (Character.isUpperCase(title.charAt(at)) && !Character.isUpperCase(before));
    }

    private static String initials(String title) {
        var initials = new StringBuilder();
        for (int at = 0; at < title.length(); at++) {
            if (Character.isLetterOrDigit(title.charAt(at)) && (at == 0 || beginsWord(title, at))) {
                initials.append(Character.toLowerCase(title.charAt(at)));
            }
        }
        return initials.toString();
    }
}
