// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

import java.util.ArrayList;
import java.util.List;

/// Cuts the text of a query into words, numbers, quoted texts and signs.
final class Tokenizer {
    private static final String TWO_CHARACTER_SIGNS = "!= <> <= >= ";
    private static final String SIGNS = "=<>+-*/%()[],.";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String text) {
        this.text = text;
    }

    static List<Token> cut(String text) {
        var tokenizer = new Tokenizer(text);
        while (tokenizer.skipBlanks()) {
            tokenizer.tokens.add(tokenizer.next());
        }
        tokenizer.tokens.add(new Token(Token.Kind.END, "", text.length() + 1));
        return tokenizer.tokens;
    }

    private boolean skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private Token next() {
        char first = text.charAt(at);
        if (first == '\'' || first == '"') {
            return new QuotedText(text, at).read(end -> at = end);
        }
        if (isDigit(first) && !afterDot()) {
            return number();
        }
        if (isNameCharacter(text.codePointAt(at))) {
            return word();
        }
        return sign();
    }

    private boolean afterDot() {
        return !tokens.isEmpty() && tokens.getLast().isSign(".");
    }

    private Token word() {
        int begin = at;
        while (at < text.length() && isNameCharacter(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return new Token(Token.Kind.WORD, text.substring(begin, at), begin + 1);
    }

    private Token number() {
        int begin = at;
        if (text.startsWith("0x", at) || text.startsWith("0X", at)) {
            at += 2;
            skipWhile(c -> Character.digit(c, 16) >= 0 && c < 128);
        } else {
            skipWhile(Tokenizer::isDigit);
            if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
                at++;
                skipWhile(Tokenizer::isDigit);
            }
            exponent();
        }
        if (at < text.length() && isNameCharacter(text.codePointAt(at))) {
            throw QueryProblems.malformed(begin + 1, "a number ends with a letter");
        }
        return new Token(Token.Kind.NUMBER, text.substring(begin, at), begin + 1);
    }

    private void exponent() {
        if (at >= text.length() || (text.charAt(at) != 'e' && text.charAt(at) != 'E')) {
            return;
        }
        int digits = at + 1;
        if (digits < text.length() && (text.charAt(digits) == '+' || text.charAt(digits) == '-')) {
            digits++;
        }
        if (digits < text.length() && isDigit(text.charAt(digits))) {
            at = digits;
            skipWhile(Tokenizer::isDigit);
        }
    }

    private Token sign() {
        int begin = at;
        if (at + 1 < text.length() && TWO_CHARACTER_SIGNS.contains(text.substring(at, at + 2) + " ")) {
            at += 2;
        } else if (SIGNS.indexOf(text.charAt(at)) >= 0) {
            at++;
        } else {
            String strange = Character.toString(text.codePointAt(at));
            throw QueryProblems.unexpected(at + 1, "a name, a value or an operator", strange);
        }
        return new Token(Token.Kind.SIGN, text.substring(begin, at), begin + 1);
    }

    private void skipWhile(java.util.function.IntPredicate wanted) {
        while (at < text.length() && wanted.test(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameCharacter(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
