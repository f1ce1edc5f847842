// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.packages;

import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.trust.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// One package on its way in, with the room that is kept for it. Whoever began it closes it, come or not.
public final class Arrival implements AutoCloseable {
    private final PackageShelf shelf;
    private final Digest announced;
    private final Path part;
    private final AutoCloseable room;

    Arrival(PackageShelf shelf, Digest announced, Path part, AutoCloseable room) {
        this.shelf = shelf;
        this.announced = announced;
        this.part = part;
        this.room = room;
    }

    /// Where its bytes are to be written; not there yet.
    public Path part() {
        return part;
    }

    /// All has come. Throws `package.digest-wrong` when it is something else. Waits for the disk.
    public void whole() {
        try {
            if (!Digests.of(part).equals(announced)) {
                throw new ProblemException(PackageProblems.otherDigest(announced));
            }
            shelf.keep(part, announced);
        } catch (IOException refused) {
            throw new ProblemException(PackageProblems.failed(refused), refused);
        }
    }

    /// What is thrown when it did not come whole.
    public ProblemException brokeOff() {
        return new ProblemException(PackageProblems.brokeOff(announced));
    }

    @Override
    public void close() {
        try (room) {
            Files.deleteIfExists(part);
        } catch (Exception leftToTheNextTidying) {
            shelf.leftLying(part, leftToTheNextTidying);
        }
    }
}
