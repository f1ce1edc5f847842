// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

/// A piece of a query's text.
///
/// @param text the word, the sign, the number as written, or what a quoted text says
/// @param column where it begins, from 1
record Token(Kind kind, String text, int column) {
    enum Kind {
        WORD,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }
}
