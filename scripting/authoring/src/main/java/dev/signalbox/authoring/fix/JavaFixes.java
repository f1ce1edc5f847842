// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.fix;

import dev.signalbox.authoring.check.Mark;
import dev.signalbox.authoring.complete.JavaCompleter;
import dev.signalbox.authoring.model.Source;
import dev.signalbox.authoring.model.SourceModel;
import dev.signalbox.authoring.text.Code;
import java.util.List;
import java.util.stream.Stream;

/// Says how what the compiler marked in a line could be mended. Thread-safe. Never throws for what the author wrote.
public final class JavaFixes {
    private static final int MOST = 12;

    private final SourceModel model;
    private final NameFixes names;

    public JavaFixes(SourceModel model) {
        this.model = model;
        names = new NameFixes(model, new JavaCompleter(model));
    }

    /// Those for the line of that place, the likeliest first.
    ///
    /// @param marks what the compiler says of this text
    public List<Fix> at(Source source, int place, List<Mark> marks) {
        Code code = Code.of(source.text());
        int at = Math.clamp(place, 0, source.text().length());
        int start = source.text().lastIndexOf('\n', at - 1) + 1;
        int end = source.text().indexOf('\n', at) < 0
                ? source.text().length()
                : source.text().indexOf('\n', at);
        Stream<Fix> forMarks = marks.stream()
                .filter(mark -> mark.start() <= end && mark.end() >= start)
                .filter(mark -> mark.end() <= source.text().length())
                .flatMap(mark -> fixes(source, code, mark));
        return Stream.concat(forMarks, ImportFixes.unused(code, start, end))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private Stream<Fix> fixes(Source source, Code code, Mark mark) {
        return Stream.of(
                        names.of(source, code, mark),
                        SignFixes.of(code, mark),
                        ImportFixes.missing(code, mark),
                        ExceptionFixes.of(model, source, mark),
                        TypeFixes.of(model, source, mark),
                        MethodFixes.of(model, source, mark))
                .flatMap(List::stream);
    }
}
