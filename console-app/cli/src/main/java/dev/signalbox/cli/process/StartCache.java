// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.process;

import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one run of a program loaded and linked, in a file the next run maps instead of doing it again (`AOTCache`).
///
/// The file is named by all it was made from: the JVM, its flags, every jar. The JVM looks too, and silently goes on
/// without a cache that does not match, but then starts slower than with none. So a cache of another build is not
/// even found.
public final class StartCache {
    private static final List<String> SILENTLY = List.of("-Xlog:aot*=off,cds*=off");
    private static final int KEY_LENGTH = 16;

    private final Path folder;
    private final String program;
    private final String key;

    private StartCache(Path folder, String program, String key) {
        this.folder = folder;
        this.program = program;
        this.key = key;
    }

    /// The cache of a program that runs with these jars, whether it is made or not.
    static StartCache of(Path folder, Program program, List<Path> jars) {
        String madeFrom = Runtime.version() + "\n" + System.getProperty("java.home") + "\n" + program.flags() + "\n"
                + jars.stream().map(StartCache::stamp).collect(Collectors.joining("\n"));
        return new StartCache(
                folder,
                program.name().toLowerCase(Locale.ROOT),
                Digests.of(madeFrom).hex().substring(0, KEY_LENGTH));
    }

    /// Where it is or shall be.
    public Path file() {
        return folder.resolve(program + "-" + key + ".aot");
    }

    public boolean isMade() {
        return Files.isRegularFile(file());
    }

    /// Takes what a run with the options of `make` left behind. Caches of earlier builds go; a program that runs from
    /// one keeps it until it ends.
    public void keep() {
        try {
            Files.move(fresh(), file(), StandardCopyOption.ATOMIC_MOVE);
            try (Stream<Path> all = Files.list(folder)) {
                for (Path old : all.filter(this::isOlder).toList()) {
                    Files.deleteIfExists(old);
                }
            }
        } catch (IOException missing) {
            throw new ProblemException(
                    new Problem(
                            "cache.not-made",
                            "The start cache of the " + program + " was not made.",
                            "All works without it; programs only start slower."),
                    missing);
        }
    }

    List<String> use() {
        return with("-XX:AOTCache=" + file());
    }

    List<String> make() {
        return with("-XX:AOTCacheOutput=" + fresh());
    }

    private static List<String> with(String option) {
        return Stream.concat(Stream.of(option), SILENTLY.stream()).toList();
    }

    private Path fresh() {
        return folder.resolve(program + "-" + key + ".new");
    }

    private boolean isOlder(Path other) {
        String name = String.valueOf(other.getFileName());
        return name.startsWith(program + "-") && !other.equals(file());
    }

    private static String stamp(Path jar) {
        try {
            return jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
        } catch (IOException gone) {
            return jar + " missing";
        }
    }
}
