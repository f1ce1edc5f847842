// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

import java.util.function.IntConsumer;

/// One text in quotes, single or double, with the escapes `\'`, `\"`, `\\` and `\\uXXXX`.
final class QuotedText {
    private final String text;
    private final int begin;
    private final StringBuilder says = new StringBuilder();
    private int at;

    /// @param begin where the opening quote is
    QuotedText(String text, int begin) {
        this.text = text;
        this.begin = begin;
        this.at = begin + 1;
    }

    Token read(IntConsumer endsBefore) {
        char quote = text.charAt(begin);
        while (at < text.length() && text.charAt(at) != quote) {
            says.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at++));
        }
        if (at >= text.length()) {
            throw QueryProblems.malformed(begin + 1, "the text that begins there has no closing quote");
        }
        endsBefore.accept(at + 1);
        checkPairs();
        return new Token(Token.Kind.TEXT, says.toString(), begin + 1);
    }

    private char escaped() {
        char kind = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (kind == '\'' || kind == '"' || kind == '\\') {
            at += 2;
            return kind;
        }
        if (kind == 'u') {
            return unicode();
        }
        throw QueryProblems.unexpected(at + 1, "\\', \\\", \\\\ or \\uXXXX", "\\" + kind);
    }

    private char unicode() {
        int code = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = i < text.length() && text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                throw QueryProblems.malformed(at + 1, "\\u needs four hexadecimal digits");
            }
            code = code * 16 + digit;
        }
        at += 6;
        return (char) code;
    }

    private void checkPairs() {
        if (says.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw QueryProblems.malformed(begin + 1, "the text has half of a surrogate pair");
        }
    }
}
