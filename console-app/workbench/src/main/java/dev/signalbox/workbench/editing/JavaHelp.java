// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import dev.signalbox.authoring.check.JavaChecker;
import dev.signalbox.authoring.highlight.JavaHighlighter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Help with Java; a text of another language has no marks and no colours. The compiler is made at the first need.
final class JavaHelp implements SourceHelp {
    private @Nullable JavaChecker checker;

    @Override
    public List<Mark> check(String fileName, String source) {
        return isJava(fileName)
                ? checker().check(fileName, source).stream().map(JavaHelp::mark).toList()
                : List.of();
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

    private static boolean isJava(String fileName) {
        return fileName.endsWith(".java");
    }

    private synchronized JavaChecker checker() {
        if (checker == null) {
            checker = JavaChecker.create();
        }
        return checker;
    }

    @Override
    public void warmUp() {
        checker().warmUp();
    }

    @Override
    public synchronized void close() {
        if (checker != null) {
            checker.close();
        }
    }
}
