// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A journal's files. Nobody but the operator may read them (folder 0700, files 0600), and only one console at a time
/// has them.
final class JournalFolder {
    /// Largest file: three texts of the largest service.
    static final int MAX_BYTES = 16 * 1024 * 1024;
    /// How many things may be unsaved at once, and how many files may lie aside.
    static final int MAX_FILES = 200;

    private static final String ENDING = ".json";
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private final Path path;
    private @Nullable FileLock lock;

    JournalFolder(Path path) {
        this.path = path;
    }

    /// Makes the folder, and whether it is ours.
    synchronized boolean ours() throws IOException {
        if (lock == null) {
            Files.createDirectories(path);
            restrict(path, FOLDER);
            lock = lock();
        }
        return lock != null;
    }

    private @Nullable FileLock lock() throws IOException {
        var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock got = channel.tryLock();
            if (got == null) {
                channel.close();
            }
            return got;
        } catch (OverlappingFileLockException othersOfThisProcess) {
            channel.close();
            return null;
        }
    }

    /// Writes all or nothing, on disk when it returns.
    void write(String name, byte[] content) throws IOException {
        if (content.length > MAX_BYTES) {
            throw new IOException("it has " + content.length + " bytes, more than " + MAX_BYTES);
        }
        if (!Files.exists(file(name)) && names().size() >= MAX_FILES) {
            throw new IOException("there are " + MAX_FILES + " entries already");
        }
        Path fresh = path.resolve(name + ".new");
        Files.deleteIfExists(fresh);
        try (var channel = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            restrict(fresh, FILE);
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    Optional<byte[]> read(String name) throws IOException {
        Path file = file(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("it has " + Files.size(file) + " bytes, more than " + MAX_BYTES);
        }
        return Optional.of(Files.readAllBytes(file));
    }

    void delete(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    /// Of the entries there are.
    List<String> names() throws IOException {
        return files(ENDING);
    }

    private List<String> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }

    /// Moves a file to where no console takes it up; of too many that lie there, the one in its place gives way.
    Path aside(String name) throws IOException {
        Path to = path.resolve("aside").resolve(name + ENDING);
        for (int number = 2; Files.exists(to) && number <= MAX_FILES; number++) {
            to = path.resolve("aside").resolve(name + "-" + number + ENDING);
        }
        Files.createDirectories(path.resolve("aside"));
        restrict(path.resolve("aside"), FOLDER);
        return Files.move(file(name), to, StandardCopyOption.REPLACE_EXISTING);
    }

    synchronized void close() throws IOException {
        if (lock != null) {
            lock.acquiredBy().close();
            lock = null;
        }
    }

    Path path() {
        return path;
    }

    private Path file(String name) {
        return path.resolve(name + ENDING);
    }

    private static void restrict(Path path, Set<PosixFilePermission> to) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, to);
        }
    }
}
