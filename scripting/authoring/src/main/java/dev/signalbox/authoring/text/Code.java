// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.text;

import dev.signalbox.authoring.highlight.JavaHighlighter;
import dev.signalbox.authoring.highlight.Kind;
import dev.signalbox.authoring.highlight.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A text with blanks where comments and literals are, so that what is left can be read sign by sign.
public record Code(String text, String bare, List<Token> literals) {
    public static Code of(String text) {
        List<Token> literals = JavaHighlighter.tokens(text).stream()
                .filter(token -> token.kind() == Kind.COMMENT || token.kind() == Kind.STRING)
                .toList();
        char[] signs = text.toCharArray();
        literals.forEach(token -> Arrays.fill(signs, token.start(), token.end(), ' '));
        return new Code(text, new String(signs), literals);
    }

    /// The comment or literal that a caret there is inside of.
    public Optional<Token> literalAt(int caret) {
        return literals.stream()
                .filter(token ->
                        token.start() < caret && (caret < token.end() || (caret == token.end() && open(token))))
                .findFirst();
    }

    /// Whether what is typed at its end still belongs to it.
    private boolean open(Token token) {
        String words = text.substring(token.start(), token.end());
        if (token.kind() == Kind.COMMENT) {
            return words.startsWith("//") || !words.endsWith("*/") || words.length() < 4;
        }
        String quote = words.startsWith("\"\"\"") ? "\"\"\"" : words.substring(0, 1);
        return words.length() < 2 * quote.length() || !words.endsWith(quote);
    }

    /// Where the word around or before a caret begins.
    public int wordStart(int caret) {
        int at = caret;
        while (at > 0 && Character.isJavaIdentifierPart(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    public int wordEnd(int caret) {
        int at = caret;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// The place of the last sign before, blanks and comments not counted; negative if there is none.
    public int before(int place) {
        int at = place - 1;
        while (at >= 0 && Character.isWhitespace(bare.charAt(at))) {
            at--;
        }
        return at;
    }

    /// The place of the next sign from there on; the length of the text if there is none.
    public int after(int place) {
        int at = place;
        while (at < bare.length() && Character.isWhitespace(bare.charAt(at))) {
            at++;
        }
        return at;
    }

    /// The blanks its line begins with.
    public String indent(int place) {
        int start = text.lastIndexOf('\n', place - 1) + 1;
        int end = start;
        while (end < place && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }
}
