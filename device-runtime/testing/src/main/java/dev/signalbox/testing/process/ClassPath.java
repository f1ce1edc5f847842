// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// This program's class path with each folder of classes packed: a start archive knows classes of jars only.
final class ClassPath {
    private static final String JARS = pack();

    private ClassPath() {}

    static String ofJars() {
        return JARS;
    }

    private static String pack() {
        try {
            Path folder = Scratch.folder("class-path");
            var jars = new ArrayList<String>();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                Path place = Path.of(entry);
                Path jar = folder.resolve(jars.size() + ".jar");
                jars.add(Files.isDirectory(place) ? pack(place, jar).toString() : entry);
            }
            return String.join(File.pathSeparator, jars);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Path pack(Path classes, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> all = Files.walk(classes)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                out.putNextEntry(new JarEntry(name));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }
}
