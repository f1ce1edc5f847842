// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Goes once over a text for what can be folded: of several that begin in a line the longest.
final class Folds {
    private static final String IMPORT = "import ";

    private final List<String> lines;
    private final BitSet within;
    private final TreeMap<Integer, Fold> found = new TreeMap<>();

    private Folds(String text, List<Token> tokens) {
        lines = text.lines().toList();
        within = new BitSet();
        mark(text, tokens);
    }

    /// What stands between brackets, long comments, and imports one after the other.
    ///
    /// @param tokens of the same text; brackets in its strings and comments are none
    static List<Fold> byBrackets(String text, List<Token> tokens) {
        var folds = new Folds(text, tokens);
        folds.brackets(text, written(tokens));
        folds.runs();
        return List.copyOf(folds.found.values());
    }

    /// What stands further in than the line before it.
    static List<Fold> byIndents(String text, List<Token> tokens) {
        var folds = new Folds(text, tokens);
        folds.indents();
        return List.copyOf(folds.found.values());
    }

    private static BitSet written(List<Token> tokens) {
        var places = new BitSet();
        tokens.stream().filter(Folds::isWritten).forEach(token -> places.set(token.start(), token.end()));
        return places;
    }

    private static boolean isWritten(Token token) {
        return token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.COMMENT;
    }

    /// Which lines, from 0, begin within a string or comment; a comment of several lines is a fold.
    private void mark(String text, List<Token> tokens) {
        int line = 0;
        int at = 0;
        for (Token token : tokens) {
            line += breaks(text, at, token.start());
            int over = isWritten(token) ? breaks(text, token.start(), token.end()) : 0;
            within.set(line + 1, line + 1 + over);
            if (token.kind() == Token.Kind.COMMENT) {
                add(line, line + over);
            }
            at = token.start();
        }
    }

    private static int breaks(String text, int from, int to) {
        int count = 0;
        for (int at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
            count++;
        }
        return count;
    }

    /// @param line that stays, from 0
    private void add(int line, int last) {
        if (last > line) {
            found.merge(line, new Fold(line + 1, last + 1), (one, other) -> one.last() > other.last() ? one : other);
        }
    }

    private void brackets(String text, BitSet written) {
        Deque<Integer> open = new ArrayDeque<>();
        int line = 0;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == '\n') {
                line++;
            } else if (!written.get(at) && "{[(".indexOf(sign) >= 0) {
                open.push(line);
            } else if (!written.get(at) && "}])".indexOf(sign) >= 0 && !open.isEmpty()) {
                add(open.pop(), isFirst(text, at) ? line - 1 : line);
            }
        }
    }

    /// A closing bracket that begins its line stays in sight.
    private static boolean isFirst(String text, int at) {
        return text.substring(text.lastIndexOf('\n', at) + 1, at).isBlank();
    }

    /// Lines of comments or of imports, one below the other.
    private void runs() {
        int first = 0;
        for (int line = 1; line <= lines.size(); line++) {
            String kind = kind(first);
            if (line == lines.size() || kind == null || !kind.equals(kind(line))) {
                if (kind != null) {
                    add(first, line - 1);
                }
                first = line;
            }
        }
    }

    private @Nullable String kind(int line) {
        String text = lines.get(line).strip();
        return within.get(line) ? null : text.startsWith("//") ? "//" : text.startsWith(IMPORT) ? IMPORT : null;
    }

    private void indents() {
        Deque<Line> open = new ArrayDeque<>();
        int last = 0;
        for (int line = 0; line < lines.size(); line++) {
            if (!lines.get(line).isBlank() && !within.get(line)) {
                int indent = indent(line);
                close(open, indent, last);
                open.push(new Line(line, indent));
            }
            last = lines.get(line).isBlank() ? last : line;
        }
        close(open, 0, last);
    }

    private record Line(int number, int indent) {}

    private void close(Deque<Line> open, int indent, int last) {
        while (!open.isEmpty() && open.peek().indent() >= indent) {
            add(open.pop().number(), last);
        }
    }

    private int indent(int line) {
        String text = lines.get(line);
        return text.length() - text.stripLeading().length();
    }
}
