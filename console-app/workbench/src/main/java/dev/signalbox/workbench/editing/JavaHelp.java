// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import dev.signalbox.authoring.check.JavaChecker;
import dev.signalbox.authoring.format.JavaFormat;
import dev.signalbox.authoring.highlight.JavaHighlighter;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.packages.Packages;
import dev.signalbox.workbench.packages.ResolvedPackage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Help with Java; a text of another language has no marks and no colours. The compiler is made at the first need.
final class JavaHelp implements SourceHelp {
    private final Packages packages;
    private final KnownJars jars;
    private @Nullable JavaChecker checker;
    private @Nullable JavaAuthor author;

    /// @param packages finds what services ask for
    JavaHelp(Packages packages) {
        this.packages = packages;
        jars = new KnownJars(packages);
    }

    @Override
    public List<Mark> check(String fileName, String source) {
        return isJava(fileName) ? marks(fileName, source, List.of()) : List.of();
    }

    /// Without its packages nearly every line of a service would be marked, so that is said alone.
    @Override
    public List<Mark> check(String fileName, String source, List<String> asked) {
        if (!isJava(fileName)) {
            return List.of();
        }
        try {
            return marks(fileName, source, jars.of(asked));
        } catch (ProblemException cannotBeHad) {
            Problem why = cannotBeHad.problem();
            int end = Math.min(1, source.length());
            return List.of(new Mark(Severity.ERROR, 1, 1, 0, end, why.what() + " " + why.remedy()));
        }
    }

    /// Why they cannot be had is what `check` says.
    @Override
    public List<BroughtPackage> brought(String fileName, List<String> asked) {
        if (!isJava(fileName)) {
            return List.of();
        }
        try {
            return packages.resolve(Language.JAVA, asked).stream()
                    .flatMap(JavaHelp::brought)
                    .toList();
        } catch (ProblemException cannotBeHad) {
            return List.of();
        }
    }

    @Override
    public List<Path> files(String fileName, List<String> asked) {
        return isJava(fileName) ? jars.of(asked) : List.of();
    }

    private static Stream<BroughtPackage> brought(ResolvedPackage found) {
        return found.broughtBy().stream()
                .map(with -> new BroughtPackage(found.locked().coordinates(), with));
    }

    private List<Mark> marks(String fileName, String source, List<Path> jars) {
        return checker().check(fileName, source, jars).stream()
                .map(JavaHelp::mark)
                .toList();
    }

    private static Mark mark(dev.signalbox.authoring.check.Mark found) {
        return new Mark(
                Severity.valueOf(found.severity().name()),
                found.line(),
                found.column(),
                found.start(),
                found.end(),
                found.message());
    }

    @Override
    public List<Token> highlight(String fileName, String source) {
        return isJava(fileName)
                ? JavaHighlighter.tokens(source).stream()
                        .map(t -> new Token(
                                t.start(), t.end(), Token.Kind.valueOf(t.kind().name())))
                        .toList()
                : List.of();
    }

    @Override
    public Completions complete(Question asked) {
        return isJava(asked.fileName())
                ? author().complete(asked, jars.quickly(asked.around().packages()))
                : Completions.NONE;
    }

    @Override
    public List<Fix> fixes(Question asked, List<Mark> marks) {
        return isJava(asked.fileName())
                ? author().fixes(asked, jars.quickly(asked.around().packages()), marks)
                : List.of();
    }

    @Override
    public Optional<About> about(Question asked) {
        return isJava(asked.fileName())
                ? author().about(asked, jars.quickly(asked.around().packages()))
                : Optional.empty();
    }

    @Override
    public Optional<Edit> importing(String fileName, String source, String type) {
        return isJava(fileName) ? JavaAuthor.importing(source, type) : Optional.empty();
    }

    @Override
    public Optional<List<Edit>> format(String fileName, String source) {
        return isJava(fileName)
                ? JavaFormat.of(source).map(formatted -> LineEdits.between(source, formatted))
                : Optional.empty();
    }

    private static boolean isJava(String fileName) {
        return fileName.endsWith(".java");
    }

    private synchronized JavaChecker checker() {
        if (checker == null) {
            checker = JavaChecker.create();
        }
        return checker;
    }

    private synchronized JavaAuthor author() {
        if (author == null) {
            author = new JavaAuthor();
        }
        return author;
    }

    @Override
    public void warmUp() {
        checker().warmUp();
        author().warmUp();
    }

    @Override
    public synchronized void close() {
        if (checker != null) {
            checker.close();
        }
        if (author != null) {
            author.close();
        }
    }
}
