// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.compile;

import dev.signalbox.api.CustomService;
import dev.signalbox.api.ImplicitImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// Compiles services with javac in this process, in memory. The file manager is kept, because opening the JDK's own
/// classes is most of the work. One compile at a time; callers on other threads wait.
public final class ServiceCompiler implements AutoCloseable {
    private static final List<String> OPTIONS =
            List.of("-proc:none", "-g", "-Xlint:all", "-XDshould-stop.ifError=FLOW");

    private final JavaCompiler javac;
    private final StandardJavaFileManager files;

    private ServiceCompiler(JavaCompiler javac, StandardJavaFileManager files) {
        this.javac = javac;
        this.files = files;
    }

    /// A compiler whose services see the JDK and the scripting API, nothing else.
    public static ServiceCompiler create() {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        if (javac == null) {
            throw new IllegalStateException("This Java has no compiler. Run the node with a JDK 25.");
        }
        var files = javac.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(apiLocation()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new ServiceCompiler(javac, files);
    }

    private static Path apiLocation() {
        try {
            return Path.of(CustomService.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Compiles one file. Never throws for what the author wrote: see the result's diagnostics.
    public synchronized Compilation compile(String fileName, String source) {
        String className = fileName.replaceFirst("\\.java$", "");
        var found = new DiagnosticCollector<JavaFileObject>();
        try (var memory = new MemoryFiles(files)) {
            var unit = new SourceText(className, ImplicitImports.TEXT + source);
            boolean done = javac.getTask(null, memory, found, OPTIONS, null, List.of(unit))
                    .call();
            var diagnostics = new Findings(source, ImplicitImports.TEXT.length()).of(found.getDiagnostics());
            Map<String, byte[]> classes = done ? memory.classes() : Map.of();
            return new Compilation(className, classes, ServiceRules.check(className, source, classes, diagnostics));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
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
        try {
            files.close();
        } catch (IOException late) {
            throw new UncheckedIOException(late);
        }
    }
}
