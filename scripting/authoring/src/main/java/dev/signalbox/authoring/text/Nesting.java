// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/// Which brackets are open at a place, innermost first. Reads signs and no grammar, so broken code has one too.
public final class Nesting {
    private static final Pattern TYPE =
            Pattern.compile("(?<![.\\w])(class|interface|enum|record)\\s+\\w+[^;{}]*$", Pattern.DOTALL);
    private static final Pattern NEW = Pattern.compile("\\bnew\\s+[\\w.]+\\s*(<[^;(){}]*>)?\\s*$");
    private static final Pattern METHOD = Pattern.compile("\\)\\s*(throws\\s[\\w.,\\s]+)?$");
    private static final Pattern VISIBLE = Pattern.compile("^\\s*(@\\w+\\s+)*(public|protected|private)\\s");
    /// Longer headers of a class are taken for blocks.
    private static final int LONGEST_HEADER = 2_000;

    private final Code code;
    private final Deque<Integer> open = new ArrayDeque<>();

    private Nesting(Code code) {
        this.code = code;
    }

    public static Nesting at(Code code, int place) {
        var nesting = new Nesting(code);
        for (int i = 0; i < place; i++) {
            switch (code.bare().charAt(i)) {
                case '(', '[', '{' -> nesting.open.push(i);
                case ')', ']', '}' -> nesting.close(i);
                default -> {}
            }
        }
        return nesting;
    }

    /// A brace closes what was left open within it; a parenthesis that nobody opened closes nothing.
    private void close(int place) {
        boolean isBrace = code.bare().charAt(place) == '}';
        while (isBrace && !open.isEmpty() && code.bare().charAt(open.peek()) != '{') {
            open.pop();
        }
        if (!open.isEmpty() && isBrace == (code.bare().charAt(open.peek()) == '{')) {
            open.pop();
        }
    }

    /// Whether members of a class would stand there.
    public boolean inClassBody() {
        return !open.isEmpty() && code.bare().charAt(open.peek()) == '{' && opensClass(open.peek());
    }

    private boolean opensClass(int brace) {
        String header = header(code, brace).stripTrailing();
        return TYPE.matcher(header).find() || isNew(header);
    }

    /// Whether a method or constructor of a class begins with that brace. Asked of braces that stand in a class.
    static boolean opensMethod(Code code, int brace) {
        String header = header(code, brace).stripTrailing();
        return METHOD.matcher(header).find() && !TYPE.matcher(header).find() && !isNew(header);
    }

    /// Whether it says who may see what begins with that brace.
    static boolean showsItself(Code code, int brace) {
        return VISIBLE.matcher(header(code, brace)).find();
    }

    private static String header(Code code, int brace) {
        int from = brace;
        while (from > Math.max(0, brace - LONGEST_HEADER)
                && ";{}".indexOf(code.bare().charAt(from - 1)) < 0) {
            from--;
        }
        return code.bare().substring(from, brace);
    }

    /// Whether its last parenthesis belongs to a `new`.
    private static boolean isNew(String header) {
        int depth = 0;
        if (!header.endsWith(")")) {
            return false;
        }
        for (int at = header.length() - 1; at >= 0; at--) {
            depth += header.charAt(at) == ')' ? 1 : header.charAt(at) == '(' ? -1 : 0;
            if (depth == 0) {
                return NEW.matcher(header.substring(0, at)).find();
            }
        }
        return false;
    }

    /// What closes everything that is open, innermost first.
    public String closing() {
        var closing = new StringBuilder();
        for (int place : open) {
            closing.append(
                    switch (code.bare().charAt(place)) {
                        case '(' -> ")";
                        case '[' -> "]";
                        default -> opensClass(place) ? "}" : ";}";
                    });
        }
        return closing.toString();
    }
}
