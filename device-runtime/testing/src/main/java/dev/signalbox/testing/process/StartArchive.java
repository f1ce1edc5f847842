// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// What a program loads at its start, laid out so that later starts only map it (Java's class data sharing). One run
/// at a time makes it, and only if it ends in order: the archive is written at the end.
final class StartArchive {
    private static final Map<String, StartArchive> ALL = new ConcurrentHashMap<>();
    private static final String QUIETLY = "-Xlog:cds*=off,aot*=off";

    /// What a process that was killed ends with: 128 and the number of SIGKILL.
    private static final int KILLED = 137;

    private final Path file;
    private final Path unfinished;
    private boolean inTheMaking;

    private StartArchive(String program) {
        Path folder = Scratch.folder("start-archives");
        file = folder.resolve(program + ".jsa");
        unfinished = folder.resolve(program + ".unfinished");
    }

    static StartArchive of(String program) {
        return ALL.computeIfAbsent(program, StartArchive::new);
    }

    /// What one start of the program does about the archive.
    interface Run {
        /// A run that has nothing to do with it.
        Run PLAIN = new Run() {};

        /// Options of Java.
        default List<String> options() {
            return List.of();
        }

        /// Whether it should end in order, rather than be killed, once nobody needs it.
        default boolean wantsToEnd() {
            return false;
        }

        /// To be called once it has ended; again does no harm.
        default void ended(int exitCode) {}
    }

    synchronized Run begin() {
        if (Files.exists(file)) {
            return new Mapping(file);
        }
        if (inTheMaking) {
            return Run.PLAIN;
        }
        inTheMaking = true;
        return new Making(this, new AtomicBoolean());
    }

    private record Mapping(Path file) implements Run {
        @Override
        public List<String> options() {
            return with("-XX:SharedArchiveFile=" + file);
        }
    }

    private record Making(StartArchive archive, AtomicBoolean over) implements Run {
        @Override
        public List<String> options() {
            return with("-XX:ArchiveClassesAtExit=" + archive.unfinished);
        }

        @Override
        public boolean wantsToEnd() {
            return true;
        }

        @Override
        public void ended(int exitCode) {
            if (!over.getAndSet(true)) {
                archive.made(exitCode != KILLED);
            }
        }
    }

    private static List<String> with(String option) {
        return List.of(option, QUIETLY);
    }

    private synchronized void made(boolean whole) {
        inTheMaking = false;
        try {
            if (whole && Files.exists(unfinished)) {
                Files.move(unfinished, file);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
