// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.packages;

import dev.signalbox.hub.file.Space;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.trust.Digest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the packages of releases on the disk, each as a file named by its digest. What no release names
/// is deleted a day after it came or was last asked for. For all threads; every method waits for the disk.
public final class PackageShelf {
    private static final Logger LOG = LoggerFactory.getLogger("hub");
    private static final int MOST_ASKED = 10_000;
    private static final Duration WITHOUT_RELEASE = Duration.ofDays(1);

    private final Path folder;
    private final RegistryStore store;
    private final Space space;
    private final Clock clock;

    /// @param data the hub's folder
    /// @param space what may be written to the disk
    public PackageShelf(Path data, RegistryStore store, Space space, Clock clock) {
        this.folder = data.resolve("packages");
        this.store = store;
        this.space = space;
        this.clock = clock;
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new ProblemException(PackageProblems.failed(refused), refused);
        }
    }

    /// Those that are not here. The others stay for at least a day.
    public List<Digest> missing(List<Digest> asked) {
        if (asked.size() > MOST_ASKED) {
            throw new IllegalArgumentException("there are more than " + MOST_ASKED + " digests");
        }
        return asked.stream().distinct().filter(digest -> !touch(digest)).toList();
    }

    public boolean has(Digest digest) {
        return Files.isRegularFile(path(digest));
    }

    /// The file of a package; throws `package.not-known`.
    public Path file(Digest digest) {
        if (!has(digest)) {
            throw new ProblemException(PackageProblems.notKnown(digest));
        }
        return path(digest);
    }

    /// Keeps room for a package that is about to come; throws `package.too-large`, or `file.no-space`.
    public Arrival expect(Digest digest, long bytes) {
        if (bytes < 1 || bytes > LockedPackage.MOST_BYTES) {
            throw new ProblemException(PackageProblems.tooLarge());
        }
        return new Arrival(this, digest, folder.resolve("part-" + UUID.randomUUID()), space.take(bytes));
    }

    void keep(Path part, Digest digest) throws IOException {
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, path(digest), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        touch(digest);
    }

    void leftLying(Path part, Exception why) {
        LOG.warn("{} could not be deleted yet: {}", part, why.toString());
    }

    /// Deletes what no release names.
    public void tidy() {
        FileTime limit = FileTime.from(clock.instant().minus(WITHOUT_RELEASE));
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).compareTo(limit) < 0 && !isNamed(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException refused) {
            LOG.warn("Packages that no release names could not be deleted: {}", refused.toString());
        }
    }

    private boolean isNamed(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.matches("[0-9a-f]{64}")
                && store.read(records -> records.releases().namesPackage(new Digest("sha256:" + name)));
    }

    private boolean touch(Digest digest) {
        try {
            if (!has(digest)) {
                return false;
            }
            Files.setLastModifiedTime(path(digest), FileTime.from(clock.instant()));
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private Path path(Digest digest) {
        return folder.resolve(digest.hex());
    }
}
