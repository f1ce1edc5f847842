// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.file.FileShelf;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files that hold payloads too large for a message.
final class UploadedFiles {
    private static final Logger LOG = LoggerFactory.getLogger("hub");

    private final FileShelf shelf;

    UploadedFiles(FileShelf shelf) {
        this.shelf = shelf;
    }

    private record Link(String link) {}

    /// An uploaded file.
    record Uploaded(DeviceId device, UUID id) {
        @Override
        public String toString() {
            return device + "/" + id;
        }

        /// As `toString` writes it; no device's id has a slash.
        static Uploaded read(String text) {
            int slash = text.lastIndexOf('/');
            return new Uploaded(new DeviceId(text.substring(0, slash)), UUID.fromString(text.substring(slash + 1)));
        }
    }

    /// The file that a payload such as `{"link":"large/1.bin"}` names.
    Optional<Uploaded> find(String device, byte[] payload) {
        var from = new DeviceId(device);
        String before = device + "/";
        return link(payload)
                .flatMap(link -> shelf.list(from).stream()
                        .filter(file -> link.equals(file.name()) || link.equals(before + file.name()))
                        .findFirst()
                        .map(file -> new Uploaded(from, file.id())));
    }

    private static Optional<String> link(byte[] payload) {
        try {
            return Optional.ofNullable(Json.read(payload, Link.class).link());
        } catch (RuntimeException none) {
            return Optional.empty();
        }
    }

    /// Where a file's content is. Throws ProblemException if it is gone.
    Path content(Uploaded file) {
        return shelf.content(file.device(), file.id());
    }

    void delete(Uploaded file) {
        try {
            shelf.delete(file.device(), file.id());
        } catch (ProblemException alreadyGone) {
            LOG.debug("{} was deleted before: {}", file, alreadyGone.getMessage());
        }
    }
}
