// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.credential;

import dev.signalbox.device.storage.AtomicFile;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the registration in one file that is whole after a power cut, and that only this user may read.
final class CredentialFile {
    static final String NAME = "registration.json";

    private static final Logger LOG = LoggerFactory.getLogger(CredentialFile.class);

    private final Path path;
    private final AtomicFile file;

    CredentialFile(Path folder) {
        this.path = folder.resolve(NAME);
        this.file = new AtomicFile(path);
    }

    /// What was written last. One that cannot be read any more is put aside, and the device asks to be let in again.
    Optional<Registration> read() {
        try {
            return file.read().map(json -> Json.read(json, Registration.class));
        } catch (IOException refused) {
            throw unusable(refused);
        } catch (ProblemException damaged) {
            putAside(damaged);
            return Optional.empty();
        }
    }

    private void putAside(ProblemException damaged) {
        Path aside = path.resolveSibling(NAME + ".damaged");
        LOG.warn("The registration in {} cannot be read and is put aside as {}: {}", path, aside, damaged.getMessage());
        try {
            Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw unusable(refused);
        }
    }

    /// On disk when this returns: the old content or the new, never a part.
    void write(Registration registration) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            file.write(Json.write(registration));
        } catch (IOException refused) {
            throw unusable(refused);
        }
    }

    private ProblemException unusable(IOException why) {
        return new ProblemException(
                new Problem(
                        "credential.file-unusable",
                        "The device cannot use " + path + ": " + why.getMessage() + ".",
                        "Give it a folder it may write, or free some space."),
                why);
    }
}
