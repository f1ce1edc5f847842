// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.highlight;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds what to colour in Java. Reads characters, not grammar, so that half-written text is coloured too.
public final class JavaHighlighter {
    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "final",
            "finally",
            "float",
            "for",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "permits",
            "private",
            "protected",
            "public",
            "record",
            "return",
            "sealed",
            "short",
            "static",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "false",
            "try",
            "var",
            "void",
            "volatile",
            "when",
            "while",
            "yield");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private JavaHighlighter(String text) {
        this.text = text;
    }

    /// The tokens of the text, from its beginning to its end, without overlaps.
    public static List<Token> tokens(String source) {
        return new JavaHighlighter(source).read();
    }

    private List<Token> read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("//", at)) {
                take(Kind.COMMENT, endOfLine());
            } else if (text.startsWith("/*", at)) {
                take(Kind.COMMENT, after("*/", at + 2));
            } else if (text.startsWith("\"\"\"", at)) {
                take(Kind.STRING, after("\"\"\"", at + 3));
            } else if (c == '"' || c == '\'') {
                take(Kind.STRING, endOfQuote(c));
            } else if (c == '@') {
                take(Kind.ANNOTATION, endOfWord(at + 1));
            } else if (Character.isDigit(c)) {
                take(Kind.NUMBER, endOfNumber());
            } else if (Character.isJavaIdentifierStart(c)) {
                word();
            } else {
                at++;
            }
        }
        return tokens;
    }

    private void word() {
        int end = endOfWord(at);
        String word = text.substring(at, end);
        if (KEYWORDS.contains(word)) {
            take(Kind.KEYWORD, end);
        } else if (Character.isUpperCase(word.charAt(0))) {
            take(Kind.TYPE, end);
        } else if (followedByParenthesis(end)) {
            take(Kind.METHOD, end);
        } else {
            at = end;
        }
    }

    private void take(Kind kind, int end) {
        tokens.add(new Token(at, end, kind));
        at = end;
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private int after(String closing, int from) {
        int found = text.indexOf(closing, from);
        return found < 0 ? text.length() : found + closing.length();
    }

    /// An unclosed quote ends with its line.
    private int endOfQuote(char quote) {
        int i = at + 1;
        while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), i < text.length() && text.charAt(i) == quote ? i + 1 : i);
    }

    private int endOfWord(int from) {
        int i = from;
        while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int endOfNumber() {
        int i = at;
        while (i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || "._".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }

    private boolean followedByParenthesis(int end) {
        int i = end;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i < text.length() && text.charAt(i) == '(';
    }
}
