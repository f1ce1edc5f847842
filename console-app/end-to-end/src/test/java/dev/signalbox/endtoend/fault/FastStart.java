// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import dev.signalbox.testing.process.ProgramProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// Starts a program of the tests again and again, and fast: its first run leaves behind what it loaded, in a file which
/// the later ones map. Classes must lie in jars for that, so folders of classes are packed.
final class FastStart {
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "--enable-native-access=ALL-UNNAMED",
            "-Xlog:aot*=off,cds*=off");

    private final Path folder;
    private final Path scratch;
    private final String program;
    private final String classPath;

    /// @param folder for the jars, the file, and what the program puts aside
    FastStart(Path folder, Class<?> program) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.scratch = Files.createDirectories(folder.resolve("scratch"));
        this.program = program.getName();
        var jars = new ArrayList<String>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path place = Path.of(entry);
            jars.add(Files.isDirectory(place) ? pack(place, jars.size()).toString() : entry);
        }
        this.classPath = String.join(File.pathSeparator, jars);
    }

    private Path pack(Path classes, int number) throws IOException {
        Path jar = folder.resolve(number + ".jar");
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

    /// The first run: it must come to its own end.
    ProgramProcess first(String name, List<String> arguments) {
        return start(name, "-XX:AOTCacheOutput=" + cache(), arguments);
    }

    ProgramProcess again(String name, List<String> arguments) {
        return start(name, "-XX:AOTCache=" + cache(), arguments);
    }

    private Path cache() {
        return folder.resolve("start.aot");
    }

    /// What a killed program leaves behind lies in the folder, not in the machine's own for such things.
    private ProgramProcess start(String name, String how, List<String> arguments) {
        var command = new ArrayList<>(OPTIONS);
        command.addAll(List.of(how, "-Djava.io.tmpdir=" + scratch, "-cp", classPath, program));
        command.addAll(arguments);
        return ProgramProcess.java(name, command);
    }

    /// Removes what killed runs left behind.
    void tidy() throws IOException {
        try (Stream<Path> all = Files.list(scratch)) {
            for (Path left : all.toList()) {
                remove(left);
            }
        }
    }

    private static void remove(Path left) throws IOException {
        try (Stream<Path> inside = Files.walk(left)) {
            for (Path one : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
