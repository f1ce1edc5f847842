// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import dev.signalbox.authoring.complete.Candidate;
import dev.signalbox.authoring.complete.Insertion;
import dev.signalbox.authoring.complete.JavaCompleter;
import dev.signalbox.authoring.complete.Known;
import dev.signalbox.authoring.fix.JavaFixes;
import dev.signalbox.authoring.hover.JavaHover;
import dev.signalbox.authoring.model.Source;
import dev.signalbox.authoring.model.SourceModel;
import dev.signalbox.authoring.text.Imports;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers what an author asks about a place in Java. What fails in it is logged and answered with nothing: help that
/// stays away is no reason to stop typing.
final class JavaAuthor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JavaAuthor.class);

    private final SourceModel model = new SourceModel();
    private final JavaCompleter completer = new JavaCompleter(model);
    private final JavaFixes fixes = new JavaFixes(model);
    private final JavaHover hover = new JavaHover(model);

    Completions complete(Question asked, List<Path> jars) {
        return help(Completions.NONE, () -> {
            var known = new Known(asked.around().properties(), asked.around().steps());
            return new Found(completer.at(source(asked, jars), asked.place(), known));
        });
    }

    List<Fix> fixes(Question asked, List<Path> jars, List<Mark> marks) {
        return help(
                List.of(),
                () ->
                        fixes
                                .at(
                                        source(asked, jars),
                                        asked.place(),
                                        marks.stream().map(JavaAuthor::mark).toList())
                                .stream()
                                .map(fix -> new Fix(
                                        fix.title(),
                                        fix.edits().stream()
                                                .map(JavaAuthor::edit)
                                                .toList()))
                                .toList());
    }

    private static dev.signalbox.authoring.check.Mark mark(Mark mark) {
        var severity =
                dev.signalbox.authoring.check.Severity.valueOf(mark.severity().name());
        return new dev.signalbox.authoring.check.Mark(
                severity, mark.line(), mark.column(), mark.start(), mark.end(), mark.message());
    }

    private static Edit edit(dev.signalbox.authoring.text.Edit edit) {
        return new Edit(edit.start(), edit.end(), edit.text());
    }

    Optional<About> about(Question asked, List<Path> jars) {
        return help(
                Optional.empty(),
                () -> hover.at(source(asked, jars), asked.place())
                        .map(found -> new About(
                                found.start(),
                                found.end(),
                                found.signature(),
                                found.owner(),
                                found.words(),
                                found.definition())));
    }

    private static Source source(Question asked, List<Path> jars) {
        return new Source(asked.fileName(), asked.source(), jars);
    }

    static Optional<Edit> importing(String source, String qualified) {
        return Imports.importing(source, qualified).map(JavaAuthor::edit);
    }

    void warmUp() {
        String text =
                "public class WarmUp extends CustomService {\n    public void start() {\n        settings().\n    }\n}";
        int caret = text.indexOf("().") + 3;
        complete(new Question("WarmUp.java", text, caret, Question.Around.NOTHING), List.of());
        complete(new Question("WarmUp.java", text, caret - 3, Question.Around.NOTHING), List.of());
    }

    private static <T> T help(T nothing, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | LinkageError failed) {
            LOG.debug("Help for an author failed", failed);
            return nothing;
        }
    }

    private record Found(dev.signalbox.authoring.complete.Completions all) implements Completions {
        @Override
        public int from() {
            return all.from();
        }

        @Override
        public boolean whole() {
            return all.whole();
        }

        @Override
        public List<Completion> matching(String typed) {
            return all.matching(typed).stream().map(Found::row).toList();
        }

        private static Completion row(Candidate one) {
            Insertion written = one.insertion();
            return new Completion(
                    Completion.Kind.valueOf(one.kind().name()),
                    one.name(),
                    one.detail(),
                    one.type(),
                    one.deprecated(),
                    new Completion.Writes(written.before(), written.text(), written.caret(), written.imports()));
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
