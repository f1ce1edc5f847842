// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.compile;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import dev.signalbox.api.ImplicitImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;

/// Compiles services with javac in this process, in memory. One compile at a time; callers on other threads wait.
public final class ServiceCompiler implements AutoCloseable {
    private static final List<String> OPTIONS =
            List.of("-proc:none", "-g", "-Xlint:all", "-XDshould-stop.ifError=FLOW");

    private final ServiceFiles files;

    private ServiceCompiler(ServiceFiles files) {
        this.files = files;
    }

    /// A compiler whose services see the JDK, the scripting API and their own packages, nothing else.
    public static ServiceCompiler create() {
        return new ServiceCompiler(ServiceFiles.create());
    }

    /// Compiles one file that needs no packages.
    public Compilation compile(String fileName, String source) {
        return compile(fileName, source, List.of());
    }

    /// Compiles one file. Never throws for what the author wrote: see the result's diagnostics.
    ///
    /// @param packages jars that its class path has besides the JDK and the scripting API
    public synchronized Compilation compile(String fileName, String source, List<Path> packages) {
        String className = fileName.replaceFirst("\\.java$", "");
        var found = new DiagnosticCollector<JavaFileObject>();
        try (var memory = files.memory(packages)) {
            var unit = new SourceText(className, ImplicitImports.TEXT + source);
            boolean done = files.javac()
                    .getTask(null, memory, found, OPTIONS, null, List.of(unit))
                    .call();
            var diagnostics = new Findings(source, ImplicitImports.TEXT.length()).of(found.getDiagnostics());
            Map<String, byte[]> classes = done ? memory.classes() : Map.of();
            List<String> topLevel = classes.keySet().stream()
                    .filter(name -> !name.contains("$"))
                    .toList();
            return new Compilation(className, classes, ServiceRules.check(className, source, topLevel, diagnostics));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /// Finds what `compile` would find, without making code: what an editor wants while someone types.
    public List<Diagnostic> check(String fileName, String source) {
        return check(fileName, source, List.of());
    }

    /// The same for a file that needs packages.
    public synchronized List<Diagnostic> check(String fileName, String source, List<Path> packages) {
        String className = fileName.replaceFirst("\\.java$", "");
        var found = new DiagnosticCollector<JavaFileObject>();
        try (var memory = files.memory(packages)) {
            var unit = new SourceText(className, ImplicitImports.TEXT + source);
            var task = (JavacTask) files.javac().getTask(null, memory, found, OPTIONS, null, List.of(unit));
            List<String> topLevel = topLevel(task);
            task.analyze();
            var diagnostics = new Findings(source, ImplicitImports.TEXT.length()).of(found.getDiagnostics());
            return ServiceRules.check(className, source, topLevel, diagnostics);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static List<String> topLevel(JavacTask task) throws IOException {
        var names = new ArrayList<String>();
        for (CompilationUnitTree unit : task.parse()) {
            for (Tree type : unit.getTypeDecls()) {
                if (type instanceof ClassTree declared) {
                    names.add(declared.getSimpleName().toString());
                }
            }
        }
        return names;
    }

    /// Compiles a small service once, so that the next compile is quick.
    public void warmUp() {
        compile("WarmUp.java", """
                public class WarmUp extends CustomService {
                    private record Pair(String name, double value) {}

                    @Override
                    public void start() {
                        every(Duration.ofSeconds(1), () -> emit(Map.of("pairs", List.of(new Pair("a", 1)).size())));
                    }
                }
                """);
    }

    @Override
    public synchronized void close() {
        files.close();
    }
}
