// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

import java.util.List;

/// The pieces of a query's text, and how far they have been read.
final class Tokens {
    private static final int LONGEST_QUERY = 8192;

    private final List<Token> tokens;
    private int at;

    private Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Tokens of(String text) {
        if (text.length() > LONGEST_QUERY) {
            throw QueryProblems.tooMuch(LONGEST_QUERY + 1, "it is longer than " + LONGEST_QUERY + " characters");
        }
        return new Tokens(Tokenizer.cut(text));
    }

    Token peek() {
        return tokens.get(at);
    }

    /// The piece after the next; the end if there is none.
    Token peekSecond() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    int column() {
        return peek().column();
    }

    Token take() {
        Token token = peek();
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    Token take(Token.Kind kind, String expected) {
        if (peek().kind() != kind) {
            throw unexpected(expected);
        }
        return take();
    }

    boolean tryWord(String word) {
        boolean there = peek().isWord(word);
        if (there) {
            take();
        }
        return there;
    }

    void word(String word) {
        if (!tryWord(word)) {
            throw unexpected(word);
        }
    }

    boolean trySign(String sign) {
        boolean there = peek().isSign(sign);
        if (there) {
            take();
        }
        return there;
    }

    void sign(String sign) {
        if (!trySign(sign)) {
            throw unexpected("\"" + sign + "\"");
        }
    }

    void end(String otherwise) {
        if (peek().kind() != Token.Kind.END) {
            throw unexpected(otherwise);
        }
    }

    RuntimeException unexpected(String expected) {
        return QueryProblems.unexpected(column(), expected, peek().text());
    }
}
