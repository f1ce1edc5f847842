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
                case ')', ']', '}' -> nesting.open.poll();
                default -> {}
            }
        }
        return nesting;
    }

    /// Whether members of a class would stand there.
    public boolean inClassBody() {
        return !open.isEmpty() && code.bare().charAt(open.peek()) == '{' && opensClass(open.peek());
    }

    private boolean opensClass(int brace) {
        String header = header(brace);
        if (header.stripTrailing().endsWith(")")) {
            return isNew(header.stripTrailing()) || TYPE.matcher(header).find();
        }
        return TYPE.matcher(header).find();
    }

    private String header(int brace) {
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
