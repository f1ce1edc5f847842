// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.fix;

import dev.signalbox.authoring.check.Mark;
import dev.signalbox.authoring.text.Code;
import dev.signalbox.authoring.text.Edit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts the sign in that the parser misses.
final class SignFixes {
    private static final Pattern EXPECTED = Pattern.compile("^'([;)\\]}])'( or .*)? expected");

    private SignFixes() {}

    static List<Fix> of(Code code, Mark mark) {
        Matcher expected = EXPECTED.matcher(mark.message());
        if (!expected.find()) {
            return List.of();
        }
        String sign = expected.group(1);
        int behind = code.before(mark.end()) < mark.start() ? code.before(mark.start()) + 1 : mark.start();
        boolean atEnd = mark.end() == code.text().length() && code.before(mark.end()) == mark.start();
        int place = atEnd ? mark.end() : behind;
        return List.of(Fix.of("Insert " + sign, new Edit(place, place, sign)));
    }
}
