// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.packages;

import dev.signalbox.operator.service.AskedPackage;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Python's packages: wheels, as pip on this machine chooses them. What came once for a list is kept, and
/// found again without an index.
final class PipPackages {
    private static final long LONGEST_MINUTES = 5;

    private final Optional<String> from;
    private final Path cache;
    private final String python;

    /// @param from a folder of wheels, or the address of an index; empty for pip's own settings
    /// @param cache a folder of its own for what came
    PipPackages(Optional<String> from, Path cache, Map<String, String> environment) {
        this.from = from;
        this.cache = cache;
        this.python = environment.getOrDefault("SIGNALBOX_PYTHON", "python3");
    }

    /// What is asked for with all that it needs.
    List<ResolvedPackage> resolve(List<AskedPackage> asked) {
        List<String> names = asked.stream().map(AskedPackage::text).toList();
        try {
            Path kept = cache.resolve(Digests.of(from.orElse("") + "\n" + String.join("\n", names))
                    .hex());
            if (!Files.isDirectory(kept)) {
                download(names, kept);
            }
            Map<String, String> texts =
                    asked.stream().collect(Collectors.toMap(AskedPackage::name, AskedPackage::text));
            try (var files = Files.list(kept)) {
                return files.sorted()
                        .map(file -> ResolvedPackage.of(coordinates(file, texts), file, Optional.empty()))
                        .toList();
            }
        } catch (IOException refused) {
            throw new ProblemException(PackageProblems.unreadable(cache, refused), refused);
        }
    }

    private void download(List<String> names, Path into) throws IOException {
        Files.createDirectories(cache);
        Path fresh = Files.createTempDirectory(cache, "coming");
        Path words = Files.createTempFile(cache, "pip", ".txt");
        try {
            int end = run(names, fresh, words);
            if (end != 0) {
                String why = Files.readString(words);
                throw new ProblemException(
                        why.contains("No module named pip")
                                ? PackageProblems.noPython(python)
                                : PackageProblems.notDownloaded(names, from.orElse("pip's index"), errors(why)));
            }
            Files.move(fresh, into, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(words);
            deleteAll(fresh);
        }
    }

    private int run(List<String> names, Path into, Path words) {
        var command = new ArrayList<>(List.of(
                python, "-m", "pip", "download", "--no-input", "--disable-pip-version-check", "--only-binary=:all:"));
        command.addAll(List.of("--dest", into.toString()));
        from.ifPresent(place -> command.addAll(
                Files.isDirectory(Path.of(place))
                        ? List.of("--no-index", "--find-links", place)
                        : List.of("--index-url", place)));
        command.add("--");
        command.addAll(names);
        try {
            Process pip = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(words.toFile())
                    .start();
            if (pip.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                return pip.exitValue();
            }
            pip.destroyForcibly();
            return -1;
        } catch (IOException notThere) {
            throw new ProblemException(PackageProblems.noPython(python), notThere);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static String errors(String said) {
        String errors = said.lines().filter(line -> line.startsWith("ERROR")).collect(Collectors.joining(" "));
        return errors.isEmpty() ? "pip does not end or says nothing" : errors.replace("ERROR: ", "");
    }

    /// The direct ones as the author wrote them.
    private static String coordinates(Path wheel, Map<String, String> texts) {
        String[] parts = String.valueOf(wheel.getFileName()).split("-", -1);
        String name = AskedPackage.normal(parts[0]);
        return texts.getOrDefault(name, name + "==" + (parts.length > 1 ? parts[1] : ""));
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
