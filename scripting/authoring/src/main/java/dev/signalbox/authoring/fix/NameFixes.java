// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.fix;

import dev.signalbox.authoring.check.Mark;
import dev.signalbox.authoring.complete.Candidate;
import dev.signalbox.authoring.complete.JavaCompleter;
import dev.signalbox.authoring.complete.Known;
import dev.signalbox.authoring.model.Source;
import dev.signalbox.authoring.model.SourceModel;
import dev.signalbox.authoring.model.TypeName;
import dev.signalbox.authoring.text.Code;
import dev.signalbox.authoring.text.Edit;
import dev.signalbox.authoring.text.Imports;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// For a name that the compiler does not find: imports a type of that name, or takes one that is spelt nearly the same.
final class NameFixes {
    private static final Pattern SYMBOL =
            Pattern.compile("^cannot find symbol\\s+symbol:\\s+(class|variable|method)\\s+(\\w+)");
    private static final int NEAREST = 3;
    private static final Set<Candidate.Kind> NAMES =
            Set.of(Candidate.Kind.VARIABLE, Candidate.Kind.FIELD, Candidate.Kind.METHOD, Candidate.Kind.TYPE);

    private final SourceModel model;
    private final JavaCompleter completer;

    NameFixes(SourceModel model, JavaCompleter completer) {
        this.model = model;
        this.completer = completer;
    }

    List<Fix> of(Source source, Code code, Mark mark) {
        Matcher symbol = SYMBOL.matcher(mark.message());
        if (!symbol.find()) {
            return List.of();
        }
        String name = symbol.group(2);
        int start = source.text().lastIndexOf(name, Math.max(mark.start(), mark.end() - name.length()));
        if (start < mark.start()) {
            return List.of();
        }
        boolean mayBeType = !symbol.group(1).equals("method");
        Stream<Fix> imports = mayBeType ? imports(source, code, name) : Stream.empty();
        return Stream.concat(imports, nearest(source, symbol.group(1), name, start))
                .toList();
    }

    private Stream<Fix> imports(Source source, Code code, String name) {
        Imports imports = Imports.of(code);
        return model.types(source.packages()).named(name).stream()
                .filter(type -> !imports.has(type) && !imports.taken(type))
                .sorted(Comparator.comparing(NameFixes::rarity).thenComparing(TypeName::qualified))
                .flatMap(type -> Imports.importing(source.text(), type.qualified()).stream()
                        .map(edit -> Fix.of("Import " + type.qualified(), edit)));
    }

    private static int rarity(TypeName type) {
        return type.packageName().startsWith("java.util")
                ? 0
                : type.packageName().startsWith("java.") ? 1 : 2;
    }

    private Stream<Fix> nearest(Source source, String what, String name, int start) {
        return completer.at(source, start, Known.NOTHING).candidates().stream()
                .filter(one -> NAMES.contains(one.kind()))
                .filter(one -> what.equals("method") == (one.kind() == Candidate.Kind.METHOD))
                .filter(one -> !what.equals("class") || one.kind() == Candidate.Kind.TYPE)
                .map(Candidate::name)
                .distinct()
                .filter(other -> !other.equals(name) && Spelling.near(name, other))
                .sorted(Comparator.comparing(other -> Spelling.distance(name, other)))
                .limit(NEAREST)
                .map(other -> Fix.of("Change to " + other, new Edit(start, start + name.length(), other)));
    }
}
