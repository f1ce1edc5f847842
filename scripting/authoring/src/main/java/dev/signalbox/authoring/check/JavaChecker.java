// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.check;

import dev.signalbox.engine.compile.Diagnostic;
import dev.signalbox.engine.compile.ServiceCompiler;
import java.nio.file.Path;
import java.util.List;

/// Checks a Java service as one types, with the compiler that nodes use, so that the editor promises nothing else.
/// Thread-safe; one check at a time.
public final class JavaChecker implements AutoCloseable {
    private final ServiceCompiler compiler;

    private JavaChecker(ServiceCompiler compiler) {
        this.compiler = compiler;
    }

    public static JavaChecker create() {
        return new JavaChecker(ServiceCompiler.create());
    }

    /// What is wrong, in the order the compiler found it; empty when a node could run it.
    public List<Mark> check(String fileName, String source) {
        return check(fileName, source, List.of());
    }

    /// The same for a service that brings packages along.
    ///
    /// @param packages their jars
    public List<Mark> check(String fileName, String source, List<Path> packages) {
        return compiler.check(fileName, source, packages).stream()
                .map(found -> mark(found, source.length()))
                .toList();
    }

    /// A missing semicolon has no width: it gets one character, so that it can be seen.
    private static Mark mark(Diagnostic found, int length) {
        int end = found.end() > found.start() ? found.end() : Math.min(found.start() + 1, length);
        int start = end > found.start() ? found.start() : Math.max(0, end - 1);
        return new Mark(
                Severity.valueOf(found.severity().name()), found.line(), found.column(), start, end, found.message());
    }

    /// Makes the first real check quick. Takes a second or two; call it in the background.
    public void warmUp() {
        compiler.warmUp();
    }

    @Override
    public void close() {
        compiler.close();
    }
}
