// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.text;

import java.util.ArrayDeque;
import java.util.Deque;

/// Blanks the bodies of methods that a question is not about: to understand them is most of the compiler's work.
/// Every other sign stays where it is. Where brackets are out of balance it blanks less, never more.
public final class Bodies {
    private final Code code;
    private final char[] text;
    private final int keep;
    private final Deque<Bracket> open = new ArrayDeque<>();
    /// How many of the open brackets are methods.
    private int methods;

    private record Bracket(int place, boolean beginsMethod) {}

    private Bodies(Code code, int keep) {
        this.code = code;
        this.text = code.text().toCharArray();
        this.keep = keep;
    }

    /// @param keep the bodies around this place stay
    public static String without(Code code, int keep) {
        return new Bodies(code, keep).blanked();
    }

    private String blanked() {
        String bare = code.bare();
        for (int i = 0; i < bare.length(); i++) {
            switch (bare.charAt(i)) {
                case '{', '(', '[' -> open(i);
                case '}', ')', ']' -> close(i);
                default -> {}
            }
        }
        return new String(text);
    }

    /// Behind the place to keep something may be left open, so a method that says who sees it is one there in any case.
    private void open(int place) {
        boolean isBrace = code.bare().charAt(place) == '{';
        boolean begins = isBrace
                && (methods == 0 || (place > keep && Nesting.showsItself(code, place)))
                && Nesting.opensMethod(code, place);
        methods += begins ? 1 : 0;
        open.push(new Bracket(place, begins));
    }

    /// A brace closes what was left open within it; a parenthesis that nobody opened closes nothing.
    private void close(int place) {
        boolean isBrace = code.bare().charAt(place) == '}';
        while (isBrace && !open.isEmpty() && !isBrace(open.peek())) {
            open.pop();
        }
        if (!open.isEmpty() && isBrace == isBrace(open.peek())) {
            Bracket opening = open.pop();
            methods -= opening.beginsMethod() ? 1 : 0;
            if (opening.beginsMethod() && (keep <= opening.place() || keep > place)) {
                blank(opening.place() + 1, place);
            }
        }
    }

    private boolean isBrace(Bracket bracket) {
        return code.bare().charAt(bracket.place()) == '{';
    }

    private void blank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text[i] != '\n') {
                text[i] = ' ';
            }
        }
    }
}
