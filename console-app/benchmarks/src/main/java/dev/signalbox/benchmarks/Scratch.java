// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Folders that a benchmark needs while it runs. They are removed when this program ends, also by Ctrl-C, and with them
/// the programs end that it started: they write there.
public final class Scratch {
    private static final int PATIENCE_SECONDS = 10;

    private Scratch() {}

    /// A new, empty one.
    public static Path folder(String name) throws IOException {
        Path folder = Files.createTempDirectory("signalbox-" + name + "-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(folder), "removes " + folder));
        return folder;
    }

    private static void end(Path folder) {
        ProcessHandle.current().descendants().forEach(Scratch::end);
        try {
            remove(folder);
        } catch (IOException left) {
            System.err.println("Not all of " + folder + " could be removed: " + left.getMessage());
        }
    }

    private static void end(ProcessHandle program) {
        program.destroyForcibly();
        program.onExit()
                .completeOnTimeout(program, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /// With all that is in it.
    static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failed) throws IOException {
                Files.deleteIfExists(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
