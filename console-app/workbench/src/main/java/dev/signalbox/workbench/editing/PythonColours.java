// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Goes once over a Python text for its colours. It need not be right Python; a string without an end goes to
/// the end of its line, one with three quotes to the end of the text.
final class PythonColours {
    private static final Set<String> KEYWORDS = Set.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "match",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield");
    private static final Set<String> PREFIXES = Set.of("r", "b", "u", "f", "t", "br", "rb", "fr", "rf", "tr", "rt");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private String before = "";
    private int at;

    PythonColours(String text) {
        this.text = text;
    }

    static Set<String> keywords() {
        return KEYWORDS;
    }

    List<Token> tokens() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '#') {
                add(at, lineEnd(at), Token.Kind.COMMENT);
            } else if (next == '"' || next == '\'') {
                add(at, stringEnd(at), Token.Kind.STRING);
            } else if (Character.isDigit(next)) {
                add(at, wordEnd(at, true), Token.Kind.NUMBER);
            } else if (next == '@' && isFirstInLine()) {
                add(at, wordEnd(at + 1, true), Token.Kind.ANNOTATION);
            } else if (Character.isJavaIdentifierStart(next)) {
                word();
            } else {
                at++;
            }
        }
        return tokens;
    }

    private void word() {
        int end = wordEnd(at, false);
        String word = text.substring(at, end);
        if (PREFIXES.contains(word.toLowerCase(Locale.ROOT)) && end < text.length() && isQuote(text.charAt(end))) {
            add(at, stringEnd(end), Token.Kind.STRING);
        } else if (before.equals("def")) {
            add(at, end, Token.Kind.METHOD);
        } else if (before.equals("class")) {
            add(at, end, Token.Kind.TYPE);
        } else if (KEYWORDS.contains(word) && (!word.equals("match") || isFirstInLine())) {
            add(at, end, Token.Kind.KEYWORD);
        } else {
            at = end;
        }
        before = word;
    }

    private void add(int start, int end, Token.Kind kind) {
        tokens.add(new Token(start, end, kind));
        at = end;
    }

    private static boolean isQuote(char one) {
        return one == '"' || one == '\'';
    }

    private boolean isFirstInLine() {
        int line = text.lastIndexOf('\n', at - 1) + 1;
        return text.substring(line, at).isBlank();
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private int wordEnd(int from, boolean withDots) {
        int end = from;
        while (end < text.length()
                && (Character.isJavaIdentifierPart(text.charAt(end)) || (withDots && text.charAt(end) == '.'))) {
            end++;
        }
        return end;
    }

    /// @param from where its first quote is
    private int stringEnd(int from) {
        String triple = String.valueOf(text.charAt(from)).repeat(3);
        boolean isLong = text.startsWith(triple, from);
        String quote = isLong ? triple : triple.substring(2);
        int end = from + quote.length();
        while (end < text.length() && !text.startsWith(quote, end)) {
            if (text.charAt(end) == '\n' && !isLong) {
                return end;
            }
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), end + (end < text.length() ? quote.length() : 0));
    }
}
