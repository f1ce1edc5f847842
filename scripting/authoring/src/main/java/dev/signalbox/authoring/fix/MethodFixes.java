// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.fix;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreePath;
import dev.signalbox.authoring.check.Mark;
import dev.signalbox.authoring.complete.Overrides;
import dev.signalbox.authoring.model.Reading;
import dev.signalbox.authoring.model.Source;
import dev.signalbox.authoring.model.SourceModel;
import dev.signalbox.authoring.text.Code;
import dev.signalbox.authoring.text.Edit;
import dev.signalbox.authoring.text.Imports;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/// For a class that lacks methods it has to have: writes them.
final class MethodFixes {
    private static final String STEP = "    ";

    private MethodFixes() {}

    static List<Fix> of(SourceModel model, Source source, Mark mark) {
        if (!mark.message().contains("is not abstract and does not override abstract method")) {
            return List.of();
        }
        return model
                .read(source, reading -> fix(reading.analyzed(), Code.of(source.text()), mark))
                .flatMap(found -> found)
                .stream()
                .toList();
    }

    private static Optional<Fix> fix(Reading reading, Code code, Mark mark) {
        TreePath at = reading.around(mark.start()).orElse(null);
        while (at != null && !(at.getLeaf() instanceof ClassTree)) {
            at = at.getParentPath();
        }
        if (at == null || !(reading.trees().getElement(at) instanceof TypeElement type)) {
            return Optional.empty();
        }
        int end = reading.end(at.getLeaf());
        return end < 1 || code.text().charAt(end - 1) != '}'
                ? Optional.empty()
                : Optional.of(written(reading, code, type, end - 1));
    }

    private static Fix written(Reading reading, Code code, TypeElement type, int brace) {
        String outer = code.indent(brace);
        var overrides = new Overrides(reading, Imports.of(code), outer + STEP);
        List<ExecutableElement> missing = overrides.abstractOnes(type);
        String methods = missing.stream()
                .map(method -> outer + STEP + overrides.written(type, method).replace("|", ""))
                .map(method -> method.replaceAll("\\n +\\n", "\n"))
                .collect(Collectors.joining("\n\n"));
        int place = code.before(brace) + 1;
        boolean isEmpty = code.bare().charAt(place - 1) == '{';
        String title =
                missing.size() == 1 ? "Add the missing method" : "Add the " + missing.size() + " missing methods";
        return Fix.of(title, new Edit(place, brace, (isEmpty ? "\n" : "\n\n") + methods + "\n" + outer));
    }
}
