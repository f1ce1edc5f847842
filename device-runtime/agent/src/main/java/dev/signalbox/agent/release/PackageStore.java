// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.release;

import dev.signalbox.agent.storage.DiskRefused;
import dev.signalbox.agent.storage.Folder;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.PackageArchives;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.release.ReleaseManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Packages on this node's disk, each once, whoever needs it. One that broke off while it came goes on
/// where it was. Used by one thread.
final class PackageStore {
    private static final long KEPT_FREE = 64L * 1024 * 1024;

    private final Folder folder;
    private final ReleaseSource source;

    PackageStore(Folder folder, ReleaseSource source) {
        this.folder = folder;
        this.source = source;
    }

    /// Where they lie, each as `PackageFiles` calls it.
    Path path() {
        return folder.path();
    }

    /// Whether it is here whole and unchanged.
    boolean has(LockedPackage wanted) {
        Path file = folder.path().resolve(PackageFiles.nameOf(wanted));
        try {
            return Files.isRegularFile(file)
                    && Files.size(file) == wanted.bytes()
                    && Digests.of(file).equals(wanted.digest());
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// Fetches it if it is not here. Throws ProblemException when it is not what the operator signed, or
    /// must not be used; IOException when the hub is out of reach, which is worth another try.
    void fetch(LockedPackage wanted) throws IOException {
        if (has(wanted)) {
            return;
        }
        String part = PackageFiles.nameOf(wanted) + ".part";
        Path file = folder.privateFile(part);
        checkRoom(wanted, file);
        source.download(wanted, file);
        if (Files.size(file) < wanted.bytes()) {
            throw new IOException("package " + wanted.coordinates() + " broke off");
        }
        try {
            check(wanted, file);
        } catch (ProblemException refused) {
            Files.delete(file);
            throw refused;
        }
        folder.rename(part, PackageFiles.nameOf(wanted));
    }

    private void checkRoom(LockedPackage wanted, Path part) throws IOException {
        if (Files.size(part) > wanted.bytes()) {
            Files.write(part, new byte[0]);
        }
        long needed = wanted.bytes() - Files.size(part);
        if (Files.getFileStore(folder.path()).getUsableSpace() < needed + KEPT_FREE) {
            throw new DiskRefused(ReleaseProblems.noRoom(wanted));
        }
    }

    private static void check(LockedPackage wanted, Path file) throws IOException {
        if (!Digests.of(file).equals(wanted.digest())) {
            throw new ProblemException(ReleaseProblems.digest("package " + wanted.coordinates()));
        }
        PackageArchives.check(file, wanted);
    }

    /// Deletes all that none of these services needs.
    void keepOnly(List<ReleaseManifest.Service> services) {
        Set<String> needed = services.stream()
                .flatMap(service -> Stream.concat(
                        service.packages().stream().map(PackageFiles::nameOf),
                        Stream.of(PackageFiles.nameOfUnpacked(service.packages()))))
                .collect(Collectors.toSet());
        folder.deleteUnless(needed::contains);
    }
}
