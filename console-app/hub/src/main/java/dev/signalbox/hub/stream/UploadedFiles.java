// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.file.FileProblems;
import dev.signalbox.hub.file.FileShelf;
import dev.signalbox.hub.file.FileShelf.Moment;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The files that hold payloads too large for a message.
final class UploadedFiles {
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

    /// The file that a payload such as `{"link":"large/1.bin"}` named when it came. Empty only if there is none for
    /// sure; throws a RuntimeException where the disk does not say it.
    ///
    /// @param may leaves out files that are about to be deleted
    Optional<Uploaded> find(DeviceId device, byte[] payload, Moment came, Predicate<Uploaded> may) {
        Predicate<UUID> one = id -> may.test(new Uploaded(device, id));
        return link(payload).stream()
                .flatMap(link -> names(device, link))
                .flatMap(name -> shelf.find(device, name, came, one).stream())
                .findFirst()
                .map(id -> new Uploaded(device, id));
    }

    /// A link may begin with the device, as the name of a blob does.
    private static Stream<String> names(DeviceId device, String link) {
        String before = device + "/";
        return link.startsWith(before) ? Stream.of(link.substring(before.length()), link) : Stream.of(link);
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

    /// Throws ProblemException if it is still there afterwards.
    void delete(Uploaded file) {
        try {
            shelf.delete(file.device(), file.id());
        } catch (ProblemException refused) {
            if (!refused.problem().code().equals(FileProblems.notKnown().code())) {
                throw refused;
            }
        }
    }
}
