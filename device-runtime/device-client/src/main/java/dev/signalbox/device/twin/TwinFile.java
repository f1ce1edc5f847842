// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.twin;

import dev.signalbox.device.storage.AtomicFile;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One half of the twin on the disk, with a digest, so that a flipped bit is noticed. For one thread at a time.
final class TwinFile {
    private static final Logger LOG = LoggerFactory.getLogger(TwinFile.class);
    private static final String DIGEST = "digest";
    private static final String CONTENT = "content";

    private final Path path;
    private final AtomicFile file;

    TwinFile(Path path) {
        this.path = path;
        this.file = new AtomicFile(path);
    }

    /// What was written last; empty if there is nothing, or it is damaged, which the log then names. Throws
    /// ProblemException when it cannot be read.
    Optional<ObjectNode> read() {
        try {
            return file.read().flatMap(this::parse);
        } catch (IOException failed) {
            throw new ProblemException(TwinProblems.unreadable(path, failed), failed);
        }
    }

    private Optional<ObjectNode> parse(byte[] bytes) {
        try {
            JsonNode kept = Json.readTree(bytes);
            if (kept.path(CONTENT) instanceof ObjectNode content
                    && kept.path(DIGEST).asString("").equals(digest(content))) {
                return Optional.of(content);
            }
        } catch (ProblemException malformed) {
            LOG.debug("{}", malformed.problem());
        }
        LOG.error("{}", TwinProblems.damaged(path));
        return Optional.empty();
    }

    /// Returns when it would survive a power cut; throws ProblemException when it does not.
    ///
    /// @param content as it was read from JSON: other trees may be other numbers when they are read again
    void write(ObjectNode content) {
        ObjectNode kept = Json.mapper().createObjectNode();
        kept.put(DIGEST, digest(content)).set(CONTENT, content);
        try {
            file.write(Json.write(kept));
        } catch (IOException failed) {
            throw new ProblemException(TwinProblems.notKept(path, failed), failed);
        }
    }

    /// As `write`, for nothing.
    void delete() {
        try {
            file.delete();
        } catch (IOException failed) {
            throw new ProblemException(TwinProblems.notKept(path, failed), failed);
        }
    }

    private static String digest(ObjectNode content) {
        return Digests.of(Json.write(content)).value();
    }
}
