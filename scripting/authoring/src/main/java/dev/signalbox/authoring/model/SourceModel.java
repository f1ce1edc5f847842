// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.model;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.JavacTaskPool;
import dev.signalbox.api.ImplicitImports;
import dev.signalbox.engine.compile.ServiceFiles;
import dev.signalbox.engine.compile.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.tools.JavaFileManager;
import org.jspecify.annotations.Nullable;

/// Has the compiler read a source and says what it understood, however broken the text is. Sees what a node's compiler
/// sees. What was loaded for one reading serves the next.
///
/// Thread-safe; one reading at a time, callers on other threads wait. Needs
/// `--add-exports=jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED`.
public final class SourceModel implements AutoCloseable {
    /// Names of parameters are wanted; what only the flow of values shows is not.
    private static final List<String> OPTIONS = List.of("-proc:none", "-parameters", "-XDshould-stop.ifError=ATTR");

    private static final System.Logger LOG = System.getLogger(SourceModel.class.getName());

    private final ServiceFiles files = ServiceFiles.create();
    private @Nullable Shelf shelf;

    private record Shelf(List<Path> packages, JavaFileManager files, JavacTaskPool pool, TypeIndex types) {}

    /// Reads the source and hands what was understood to the work, which must keep nothing of it. Empty when the
    /// compiler itself fails, which it does on some broken texts.
    public synchronized <T> Optional<T> read(Source source, Function<Reading, T> work) {
        try {
            Shelf on = shelf(source.packages());
            var unit = new SourceText(
                    source.fileName().replaceFirst("\\.java$", ""), ImplicitImports.TEXT + source.text());
            return Optional.of(on.pool()
                    .getTask(
                            null,
                            on.files(),
                            ignored -> {},
                            OPTIONS,
                            null,
                            List.of(unit),
                            task -> work.apply(new Reading(task, parsed(task), on.types()))));
        } catch (RuntimeException | AssertionError | StackOverflowError compilersOwn) {
            LOG.log(System.Logger.Level.DEBUG, "The compiler could not read a source", compilersOwn);
            return Optional.empty();
        }
    }

    /// Every type that a source with these packages can name. Slow the first time.
    public synchronized TypeIndex types(List<Path> packages) {
        return shelf(packages).types();
    }

    private static CompilationUnitTree parsed(JavacTask task) {
        try {
            return task.parse().iterator().next();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /// The compiler keeps what it knows of packages by their names, so others need a compiler of their own.
    private Shelf shelf(List<Path> packages) {
        if (shelf == null || !shelf.packages().equals(packages)) {
            TypeIndex before = shelf == null ? TypeIndex.NONE : shelf.types();
            letGo();
            JavaFileManager opened = files.with(packages);
            shelf = new Shelf(List.copyOf(packages), opened, new JavacTaskPool(1), before.forFiles(opened));
        }
        return shelf;
    }

    private void letGo() {
        try {
            if (shelf != null) {
                shelf.files().close();
                shelf = null;
            }
        } catch (IOException late) {
            throw new UncheckedIOException(late);
        }
    }

    @Override
    public synchronized void close() {
        letGo();
        files.close();
    }
}
