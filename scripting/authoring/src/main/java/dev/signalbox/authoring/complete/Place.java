// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.complete;

import dev.signalbox.authoring.highlight.Kind;
import dev.signalbox.authoring.highlight.Token;
import dev.signalbox.authoring.text.Code;
import java.util.regex.Pattern;

/// What sort of word stands at the caret.
///
/// @param from where the word begins
/// @param to the caret
record Place(What what, int from, int to) {
    /// What could be written there.
    enum What {
        NOTHING,
        NAME,
        MEMBER,
        ANNOTATION,
        IMPORT,
        PROPERTY,
        STEP
    }

    private static final Pattern IMPORT = Pattern.compile("(^|[;\\n])\\s*import\\s+(static\\s+)?[\\w.]*$");
    private static final Pattern PROPERTY =
            Pattern.compile("(^|[^.\\w\\s]|\\bthis\\s*\\.|\\s)\\s*property\\s*\\(\\s*$");
    private static final Pattern STEP = Pattern.compile("(^|[^.\\w])(submitAction|subscribe)\\s*\\(\\s*$");
    private static final int FAR_ENOUGH = 200;

    static Place at(Code code, int caret) {
        return code.literalAt(caret).map(token -> inside(code, token, caret)).orElseGet(() -> outside(code, caret));
    }

    private static Place inside(Code code, Token token, int caret) {
        if (token.kind() == Kind.COMMENT) {
            return new Place(What.NOTHING, caret, caret);
        }
        String before = code.bare().substring(Math.max(0, token.start() - FAR_ENOUGH), token.start());
        What what = PROPERTY.matcher(before).find() && !before.stripTrailing().matches("(?s).*\\.\\s*property\\s*\\($")
                ? What.PROPERTY
                : STEP.matcher(before).find() ? What.STEP : What.NOTHING;
        return new Place(what, token.start() + 1, caret);
    }

    private static Place outside(Code code, int caret) {
        int from = code.wordStart(caret);
        int before = code.before(from);
        char sign = before < 0 ? ' ' : code.bare().charAt(before);
        if (from < caret && Character.isDigit(code.text().charAt(from))) {
            return new Place(What.NOTHING, from, caret);
        }
        if (IMPORT.matcher(code.bare().substring(Math.max(0, from - FAR_ENOUGH), from))
                .find()) {
            return new Place(What.IMPORT, from, caret);
        }
        if (sign == '.' && Character.isDigit(code.text().charAt(code.wordStart(before)))) {
            return new Place(What.NOTHING, from, caret);
        }
        if (sign == '@') {
            return new Place(What.ANNOTATION, from, caret);
        }
        return new Place(isMember(code, before) ? What.MEMBER : What.NAME, from, caret);
    }

    /// Behind a point that is neither of a number nor of an ellipsis, or behind `::`.
    private static boolean isMember(Code code, int before) {
        if (before < 1) {
            return false;
        }
        String bare = code.bare();
        char sign = bare.charAt(before);
        char left = bare.charAt(before - 1);
        return sign == ':' ? left == ':' : sign == '.' && left != '.';
    }

    String typed(Code code) {
        return code.text().substring(from, to);
    }
}
