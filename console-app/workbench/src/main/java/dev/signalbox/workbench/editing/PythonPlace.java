// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where in a Python text something is asked: the word there, and what stands before it.
record PythonPlace(String text, int start, int end) {
    private static final Pattern RECEIVER = Pattern.compile("(\\w+)\\.$");
    private static final Pattern ARGUMENT =
            Pattern.compile("(?<called>GetPropertyValue|SubmitAction)\\(\\s*(?:[\"'](?<first>\\w*)[\"']\\s*,\\s*)?$");

    /// A text given to a method that takes names.
    ///
    /// @param first the argument before it; empty if it is the first
    record Argument(String called, String first) {}

    static PythonPlace at(String text, int place) {
        int start = place;
        while (start > 0 && isWord(text.charAt(start - 1))) {
            start--;
        }
        int end = place;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        return new PythonPlace(text, start, end);
    }

    private static boolean isWord(char one) {
        return Character.isJavaIdentifierPart(one) && one != '$';
    }

    String word() {
        return text.substring(start, end);
    }

    /// From the beginning of the line up to the word.
    String before() {
        return text.substring(text.lastIndexOf('\n', start - 1) + 1, start);
    }

    /// What the word is a member of.
    Optional<String> receiver() {
        Matcher found = RECEIVER.matcher(before());
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    boolean isMember() {
        return before().endsWith(".");
    }

    boolean isCalled() {
        return end < text.length() && text.charAt(end) == '(';
    }

    /// The comment or string it stands in.
    Optional<Token> quote() {
        return new PythonColours(text)
                .tokens().stream()
                        .filter(token -> token.kind() == Token.Kind.COMMENT || token.kind() == Token.Kind.STRING)
                        .filter(this::isWithin)
                        .findFirst();
    }

    private boolean isWithin(Token token) {
        return token.start() < start && (start < token.end() || (start == token.end() && isOpen(token)));
    }

    /// Whether what is typed behind it belongs to it: to a comment, and to a string without an end.
    private boolean isOpen(Token token) {
        char last = text.charAt(token.end() - 1);
        boolean isClosed = token.end() - token.start() > 1 && (last == '"' || last == '\'');
        return token.kind() == Token.Kind.COMMENT || !isClosed;
    }

    /// What it is an argument of, if it stands in a string that a method is given.
    Optional<Argument> argument(Token string) {
        int line = text.lastIndexOf('\n', string.start() - 1) + 1;
        Matcher found = ARGUMENT.matcher(text.substring(line, string.start()));
        return string.kind() == Token.Kind.STRING && found.find()
                ? Optional.of(new Argument(
                        found.group("called"),
                        Optional.ofNullable(found.group("first")).orElse("")))
                : Optional.empty();
    }
}
