// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.file;

import dev.signalbox.operator.node.FileView;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder of one device, with a folder for each upload, called by its id: `about.json` and `content`. One whose
/// `about.json` is damaged is set aside, and can still be read by who knows its id.
final class Kept {
    private static final Logger LOG = LoggerFactory.getLogger("hub");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String ABOUT = "about.json";
    private static final String CONTENT = "content";
    private static final String FRESH = "kept";
    private static final String ASIDE = "damaged-";

    private final DeviceId device;
    private final Path folder;
    private final Consumer<Problem> problems;

    Kept(DeviceId device, Path folder, Consumer<Problem> problems) {
        this.device = device;
        this.folder = folder;
        this.problems = problems;
    }

    Path folder() {
        return folder;
    }

    /// All, but for those that are damaged, which are set aside. Throws ProblemException where the disk refuses one.
    List<FileView> all() throws IOException {
        return ids().stream().flatMap(id -> read(id).stream()).toList();
    }

    /// Those that the disk gives.
    List<FileView> readable() throws IOException {
        return ids().stream().flatMap(id -> readIfItCan(id).stream()).toList();
    }

    private List<UUID> ids() throws IOException {
        return entries().stream()
                .map(entry -> entry.getFileName().toString())
                .filter(name -> ID.matcher(name).matches())
                .map(UUID::fromString)
                .toList();
    }

    private Optional<FileView> readIfItCan(UUID id) {
        try {
            return read(id);
        } catch (ProblemException refused) {
            LOG.warn("File {} of {} cannot be read: {}", id, device, refused.getMessage());
            return Optional.empty();
        }
    }

    int count() throws IOException {
        return (int) entries().stream()
                .map(entry -> entry.getFileName().toString())
                .filter(name -> ID.matcher(name).matches() || name.startsWith(ASIDE))
                .count();
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    boolean has(UUID id) {
        return Files.isDirectory(folder.resolve(id.toString()));
    }

    /// Throws `file.not-known` if there is none.
    Path entry(UUID id) {
        return Stream.of(folder.resolve(id.toString()), folder.resolve(ASIDE + id))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new ProblemException(FileProblems.notKnown()));
    }

    Path content(UUID id) {
        return entry(id).resolve(CONTENT);
    }

    /// Empty if it is gone meanwhile, or damaged. Throws ProblemException where the disk refuses it.
    Optional<FileView> read(UUID id) {
        Path entry = folder.resolve(id.toString());
        byte[] about;
        try {
            about = Files.readAllBytes(entry.resolve(ABOUT));
        } catch (NoSuchFileException goneMeanwhile) {
            return Optional.empty();
        } catch (IOException refused) {
            throw new ProblemException(FileProblems.failed(refused), refused);
        }
        try {
            return Optional.of(Json.read(about, FileView.class));
        } catch (RuntimeException damaged) {
            setAside(id);
            return Optional.empty();
        }
    }

    private void setAside(UUID id) {
        try {
            Files.move(folder.resolve(id.toString()), folder.resolve(ASIDE + id), StandardCopyOption.ATOMIC_MOVE);
            problems.accept(FileProblems.damaged(device, id));
        } catch (NoSuchFileException doneMeanwhile) {
            // by another thread
        } catch (IOException refused) {
            throw new ProblemException(FileProblems.failed(refused), refused);
        }
    }

    /// Makes an upload ready to be taken.
    void prepare(Upload upload, FileView about) throws IOException {
        Path fresh = Files.createDirectory(upload.folder().resolve(FRESH));
        Files.write(fresh.resolve(ABOUT), Json.write(about));
        Files.move(upload.content(), fresh.resolve(CONTENT), StandardCopyOption.ATOMIC_MOVE);
        force(fresh.resolve(ABOUT));
        force(fresh.resolve(CONTENT));
    }

    /// Moves an upload here, in one step.
    void take(Upload upload) throws IOException {
        Path fresh = upload.folder().resolve(FRESH);
        Files.move(fresh, folder.resolve(upload.id().toString()), StandardCopyOption.ATOMIC_MOVE);
        Folders.force(folder);
    }

    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
