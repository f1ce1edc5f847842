// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.credential;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the registration in one file that is whole after a power cut, and that only this user may read.
final class CredentialFile {
    static final String NAME = "registration.json";

    private static final Logger LOG = LoggerFactory.getLogger(CredentialFile.class);

    private final Path file;

    CredentialFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /// What was written last. One that cannot be read any more is put aside, and the device asks to be let in again.
    Optional<Registration> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(Json.read(Files.readAllBytes(file), Registration.class))
                    : Optional.empty();
        } catch (IOException refused) {
            throw unusable(refused);
        } catch (ProblemException damaged) {
            putAside(damaged);
            return Optional.empty();
        }
    }

    private void putAside(ProblemException damaged) {
        Path aside = file.resolveSibling(NAME + ".damaged");
        LOG.warn("The registration in {} cannot be read and is put aside as {}: {}", file, aside, damaged.getMessage());
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw unusable(refused);
        }
    }

    /// On disk when this returns: the old content or the new, never a part.
    void write(Registration registration) {
        Path fresh = file.resolveSibling(NAME + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(fresh);
            writeSynced(fresh, Json.write(registration));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncNames();
        } catch (IOException refused) {
            throw unusable(refused);
        }
    }

    private static void writeSynced(Path fresh, byte[] content) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(fresh, options, onlyForUs(fresh))) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] onlyForUs(Path fresh) {
        if (!fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> ours = PosixFilePermissions.fromString("rw-------");
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(ours)};
    }

    /// A system that cannot sync a folder, such as Windows, writes names through by itself.
    private void syncNames() throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var names = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private ProblemException unusable(IOException why) {
        return new ProblemException(
                new Problem(
                        "credential.file-unusable",
                        "The device cannot use " + file + ": " + why.getMessage() + ".",
                        "Give it a folder it may write, or free some space."),
                why);
    }
}
