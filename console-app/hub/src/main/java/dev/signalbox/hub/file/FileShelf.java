// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.file;

import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.operator.node.FileView;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Files that devices have uploaded, until an operator deletes them. They lie in `files/{digest of the device's id}/`.
/// All methods wait for the disk.
public final class FileShelf {
    /// Files that one device may have.
    public static final int MOST_FILES = 20_000;

    private static final Comparator<FileView> NEWEST_FIRST =
            Comparator.comparing(FileView::uploaded).reversed().thenComparing(FileView::name);

    private final Path folder;
    private final Consumer<Problem> problems;
    private final int most;
    private final Object keeping = new Object();

    private FileShelf(Path folder, Consumer<Problem> problems, int most) {
        this.folder = folder;
        this.problems = problems;
        this.most = most;
    }

    /// @param problems hears of files that are damaged, and must not wait
    public static FileShelf in(Path hub, Consumer<Problem> problems) {
        return in(hub, problems, MOST_FILES);
    }

    /// @param most files of one device
    static FileShelf in(Path hub, Consumer<Problem> problems, int most) {
        return new FileShelf(hub.resolve("files"), problems, most);
    }

    /// The newest first.
    public List<FileView> list(DeviceId device) {
        try {
            return kept(device).readable().stream().sorted(NEWEST_FIRST).toList();
        } catch (IOException refused) {
            throw new ProblemException(FileProblems.failed(refused), refused);
        }
    }

    /// When a message came.
    ///
    /// @param place where it stands in the log
    /// @param at which time it was then; counts where nobody wrote down after which messages a file came
    public record Moment(LogPlace place, Instant at) {}

    /// The file of a name as it was when a message came: the newest that was there. If all came later, as with a log
    /// that was lost, the newest of all. Throws ProblemException where the disk does not say it.
    ///
    /// @param may leaves out those that are about to be deleted
    public Optional<UUID> find(DeviceId device, String name, Moment came, Predicate<UUID> may) {
        try {
            return versions(kept(device), name).find(came, may);
        } catch (IOException refused) {
            throw new ProblemException(FileProblems.failed(refused), refused);
        }
    }

    /// Where the content of a file is, for reading.
    public Path content(DeviceId device, UUID id) {
        return kept(device).content(id);
    }

    public void delete(DeviceId device, UUID id) {
        Kept kept = kept(device);
        try {
            // sets it aside if it is damaged
            Optional<FileView> file = kept.read(id);
            Folders.delete(kept.entry(id));
            if (file.isPresent()) {
                versions(kept, file.get().name()).forget(id);
            }
        } catch (IOException refused) {
            throw new ProblemException(FileProblems.failed(refused), refused);
        }
    }

    /// Throws `file.shelf-full` if a device has as many files as it may.
    void checkRoom(DeviceId device) {
        try {
            if (kept(device).count() >= most) {
                throw new ProblemException(FileProblems.shelfFull(most));
            }
        } catch (IOException refused) {
            throw new ProblemException(FileProblems.failed(refused), refused);
        }
    }

    /// Keeps what was uploaded, and returns the files whose place it takes.
    ///
    /// @param at which time it is
    /// @param place where the next message will stand
    List<UUID> keep(Upload upload, Instant at, LogPlace place) {
        Kept kept = kept(upload.ticket().device());
        var about = new FileView(upload.id(), upload.ticket().name(), upload.size(), at);
        try {
            kept.prepare(upload, about);
            synchronized (keeping) {
                Files.createDirectories(kept.folder());
                return versions(kept, about.name()).add(upload, place);
            }
        } catch (IOException refused) {
            throw new ProblemException(FileProblems.failed(refused), refused);
        }
    }

    private Kept kept(DeviceId device) {
        return new Kept(device, folder.resolve(Digests.of(device.value()).hex()), problems);
    }

    private static Versions versions(Kept kept, String name) throws IOException {
        var names = new Names(kept.folder());
        names.ensure(kept::all);
        return new Versions(kept, names, name);
    }
}
