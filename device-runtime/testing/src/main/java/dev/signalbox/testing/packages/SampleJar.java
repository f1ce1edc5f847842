// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.packages;

import dev.signalbox.testing.file.FolderTree;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// A jar in the making: classes that are compiled, and files.
public final class SampleJar {
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<Path> classPath = new ArrayList<>();

    /// With a class of that full name.
    public SampleJar with(String name, String source) {
        sources.put(name, source);
        return this;
    }

    /// With a file at that path.
    public SampleJar file(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    /// Compiled with another jar.
    public SampleJar needs(Path jar) {
        classPath.add(jar);
        return this;
    }

    /// Compiles and writes it; answers the file.
    public Path write(Path file) throws IOException {
        Path parent = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(parent);
        Path classes = Files.createTempDirectory(parent, "classes");
        compile(classes);
        try (var jar = new JarOutputStream(Files.newOutputStream(file));
                var all = Files.walk(classes)) {
            for (Path one : all.filter(Files::isRegularFile).sorted().toList()) {
                add(jar, classes.relativize(one).toString().replace('\\', '/'), Files.readAllBytes(one));
            }
            for (var extra : files.entrySet()) {
                add(jar, extra.getKey(), extra.getValue());
            }
        }
        FolderTree.delete(classes);
        return file;
    }

    private void compile(Path into) throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        var javac = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        try (var manager = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(into));
            manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            boolean done = javac.getTask(null, manager, null, List.of("-g"), null, units())
                    .call();
            if (!done) {
                throw new IllegalArgumentException("The sample does not compile");
            }
        }
    }

    private List<JavaFileObject> units() {
        return sources.entrySet().stream()
                .<JavaFileObject>map(one -> new Source(one.getKey(), one.getValue()))
                .toList();
    }

    private static void add(JarOutputStream jar, String path, byte[] content) throws IOException {
        var entry = new JarEntry(path);
        entry.setTime(0); // the same content has the same digest
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
