// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.text;

import dev.signalbox.api.ImplicitImports;
import dev.signalbox.authoring.model.TypeName;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which types a source can name without their package.
public final class Imports {
    private static final Pattern IMPORT =
            Pattern.compile("(?m)(?:^|;)[ \\t]*import\\s+(static\\s+)?([\\w.]+(?:\\.\\*)?)\\s*;[ \\t]*");

    private static final Pattern TYPE = Pattern.compile("(?<![.\\w])(class|interface|enum|record)\\s+\\w");

    private final Set<String> packages = new HashSet<>(Set.of("java.lang"));
    private final Set<String> single = new HashSet<>();

    public static Imports of(Code code) {
        var imports = new Imports();
        imports.read(ImplicitImports.TEXT);
        imports.read(head(code.bare()));
        return imports;
    }

    /// Behind the first type there are none.
    private static String head(String bare) {
        Matcher type = TYPE.matcher(bare);
        return type.find() ? bare.substring(0, type.start()) : bare;
    }

    private void read(String text) {
        Matcher found = IMPORT.matcher(text);
        int from = 0;
        while (found.find(from)) {
            String name = found.group(2);
            if (found.group(1) == null) {
                (name.endsWith(".*") ? packages : single).add(name.replaceFirst("\\.\\*$", ""));
            }
            // the semicolon of one may begin the next
            from = found.end() - 1;
        }
    }

    /// Whether its simple name means that type.
    public boolean has(TypeName type) {
        return single.contains(type.qualified()) || (packages.contains(type.packageName()) && !taken(type));
    }

    /// Whether its simple name means another type, so that it has to be written with its package.
    public boolean taken(TypeName type) {
        String end = "." + type.name();
        return single.stream().anyMatch(name -> name.endsWith(end) && !name.equals(type.qualified()));
    }

    /// Where an import of the type goes, in alphabetical order among those that are there; nothing if it is there.
    public static Optional<Edit> importing(String text, String qualified) {
        Matcher found = IMPORT.matcher(head(Code.of(text).bare()));
        int place = -1;
        int first = -1;
        while (found.find()) {
            String name = found.group(2);
            int start = text.indexOf("import", found.start());
            if (name.equals(qualified)) {
                return Optional.empty();
            }
            first = first < 0 ? start : first;
            if (found.group(1) == null && name.compareTo(qualified) < 0) {
                place = found.end();
            }
        }
        String line = "import " + qualified + ";";
        return Optional.of(
                place >= 0
                        ? new Edit(place, place, "\n" + line)
                        : first >= 0 ? new Edit(first, first, line + "\n") : atTop(text, line));
    }

    /// Behind a comment that has a blank line after it, such as a licence.
    private static Edit atTop(String text, String line) {
        Matcher header = Pattern.compile(
                        "\\A(?:[ \\t]*//[^\\n]*\\n)+[ \\t]*\\n|\\A\\s*/\\*(?s:.*?)\\*/[ \\t]*\\n[ \\t]*\\n")
                .matcher(text);
        int at = header.find() ? header.end() : 0;
        return new Edit(at, at, line + "\n\n");
    }
}
