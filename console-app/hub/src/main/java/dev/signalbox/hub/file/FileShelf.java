// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.file;

import dev.signalbox.operator.node.FileView;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Files that devices have uploaded, until an operator deletes them. A file of the same name takes the place of the one
/// before. `files/{digest of the device's id}/{id}/` holds `about.json` and `content`, and moves there in one step.
/// All methods wait for the disk.
public final class FileShelf {
    private static final String ABOUT = "about.json";
    private static final String CONTENT = "content";

    private final Path folder;

    private FileShelf(Path folder) {
        this.folder = folder;
    }

    public static FileShelf in(Path hub) {
        return new FileShelf(hub.resolve("files"));
    }

    /// The newest first.
    public List<FileView> list(DeviceId device) {
        return entries(device).stream()
                .flatMap(entry -> read(entry).stream())
                .sorted(Comparator.comparing(FileView::uploaded).reversed().thenComparing(FileView::name))
                .toList();
    }

    /// Where the content of a file is, for reading.
    public Path content(DeviceId device, UUID id) {
        return entry(device, id).resolve(CONTENT);
    }

    public FileView get(DeviceId device, UUID id) {
        return read(entry(device, id)).orElseThrow(() -> new ProblemException(FileProblems.notKnown()));
    }

    public void delete(DeviceId device, UUID id) {
        Path entry = entry(device, id);
        try {
            Folders.delete(entry);
        } catch (IOException refused) {
            throw new ProblemException(FileProblems.failed(refused), refused);
        }
    }

    void keep(Upload upload, Instant at) {
        DeviceId device = upload.ticket().device();
        var view = new FileView(upload.id(), upload.ticket().name(), upload.size(), at);
        List<FileView> before = list(device).stream()
                .filter(other -> other.name().equals(view.name()))
                .toList();
        try {
            Path fresh = Files.createDirectory(upload.folder().resolve("kept"));
            Files.write(fresh.resolve(ABOUT), Json.write(view));
            Files.move(upload.content(), fresh.resolve(CONTENT), StandardCopyOption.ATOMIC_MOVE);
            force(fresh.resolve(ABOUT));
            force(fresh.resolve(CONTENT));
            Files.createDirectories(folder(device));
            Files.move(fresh, folder(device).resolve(upload.id().toString()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            throw new ProblemException(FileProblems.failed(refused), refused);
        }
        before.forEach(old -> delete(device, old.id()));
    }

    private Path folder(DeviceId device) {
        return folder.resolve(Digests.of(device.value()).hex());
    }

    private Path entry(DeviceId device, UUID id) {
        Path entry = folder(device).resolve(id.toString());
        if (!Files.isDirectory(entry)) {
            throw new ProblemException(FileProblems.notKnown());
        }
        return entry;
    }

    private List<Path> entries(DeviceId device) {
        if (!Files.isDirectory(folder(device))) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder(device))) {
            return all.toList();
        } catch (IOException refused) {
            throw new ProblemException(FileProblems.failed(refused), refused);
        }
    }

    private static Optional<FileView> read(Path entry) {
        try {
            return Optional.of(Json.read(Files.readAllBytes(entry.resolve(ABOUT)), FileView.class));
        } catch (IOException goneMeanwhile) {
            return Optional.empty();
        }
    }

    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
