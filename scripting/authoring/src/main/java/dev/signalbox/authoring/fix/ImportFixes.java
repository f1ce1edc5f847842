// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.fix;

import dev.signalbox.authoring.check.Mark;
import dev.signalbox.authoring.text.Code;
import dev.signalbox.authoring.text.Edit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Takes away imports that nothing needs or that lead nowhere.
final class ImportFixes {
    private static final Pattern IMPORT = Pattern.compile("^\\s*import\\s+(?:static\\s+)?[\\w.]*?(\\w+|\\*)\\s*;\\s*$");

    private ImportFixes() {}

    /// For an import of what is not there.
    static List<Fix> missing(Code code, Mark mark) {
        boolean isMissing =
                mark.message().contains("does not exist") || mark.message().startsWith("cannot find symbol");
        int start = code.text().lastIndexOf('\n', mark.start() - 1) + 1;
        int end = endOfLine(code, start);
        boolean isImport = IMPORT.matcher(code.bare().substring(start, end)).matches();
        return isMissing && isImport ? List.of(removing(code, start, end, "Remove this import")) : List.of();
    }

    /// For an import whose name stands nowhere else.
    static Stream<Fix> unused(Code code, int start, int end) {
        Matcher found = IMPORT.matcher(code.bare().substring(start, end));
        if (!found.matches() || found.group(1).equals("*")) {
            return Stream.empty();
        }
        String others = code.bare().substring(0, start) + code.bare().substring(end);
        boolean isUsed =
                Pattern.compile("\\b" + found.group(1) + "\\b").matcher(others).find();
        return isUsed ? Stream.empty() : Stream.of(removing(code, start, end, "Remove the unused import"));
    }

    private static Fix removing(Code code, int start, int end, String title) {
        return Fix.of(title, new Edit(start, Math.min(end + 1, code.text().length()), ""));
    }

    private static int endOfLine(Code code, int from) {
        int end = code.text().indexOf('\n', from);
        return end < 0 ? code.text().length() : end;
    }
}
