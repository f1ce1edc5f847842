// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.session;

import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// The folder where a console keeps what is secret: nobody but the operator may read it (0700, files 0600).
final class ConsoleFolder {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private final Path path;

    private ConsoleFolder(Path path) {
        this.path = path;
    }

    static ConsoleFolder open(Path path) {
        try {
            Files.createDirectories(path);
            restrict(path, FOLDER);
            return new ConsoleFolder(path);
        } catch (IOException refused) {
            throw new ProblemException(SessionProblems.folderNotWritable(path, refused), refused);
        }
    }

    Path file(String name) {
        return path.resolve(name);
    }

    Optional<String> read(String name) {
        try {
            return Files.exists(file(name))
                    ? Optional.of(Files.readString(file(name), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException refused) {
            throw new ProblemException(SessionProblems.fileNotReadable(file(name), refused), refused);
        }
    }

    /// Writes all or nothing, so that a power cut leaves the old file.
    void write(String name, String text) {
        Path fresh = file(name + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh);
            restrict(fresh, FILE);
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.move(fresh, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new ProblemException(SessionProblems.folderNotWritable(path, refused), refused);
        }
    }

    private static void restrict(Path path, Set<PosixFilePermission> to) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, to);
        }
    }
}
