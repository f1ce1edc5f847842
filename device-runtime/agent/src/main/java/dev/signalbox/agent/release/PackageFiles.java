// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.release;

import dev.signalbox.agent.storage.DiskRefused;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.release.LockedPackage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The packages of one service, as they lie on this node's disk: checked when their release was.
///
/// @param folder where all packages of the node lie
public record PackageFiles(List<LockedPackage> locked, Path folder) {
    public PackageFiles {
        locked = List.copyOf(locked);
    }

    public boolean isEmpty() {
        return locked.isEmpty();
    }

    /// The files, in the order of the release: a class path, for Java.
    public List<Path> paths() {
        return locked.stream().map(this::path).toList();
    }

    /// Where one of them is.
    public Path path(LockedPackage one) {
        return folder.resolve(nameOf(one));
    }

    /// Throws DiskRefused when one of them cannot be read: then what failed with them is no fault of theirs.
    public void mustBeReadable() {
        for (Path path : paths()) {
            try (var file = Files.newInputStream(path)) {
                file.transferTo(OutputStream.nullOutputStream());
            } catch (IOException unreadable) {
                throw DiskRefused.at(path, unreadable);
            }
        }
    }

    /// A folder for what is made of exactly these; whoever needs it makes it.
    public Path unpacked() {
        return folder.resolve(nameOfUnpacked(locked));
    }

    /// A name that says nothing but the content, whatever a release calls it.
    static String nameOf(LockedPackage one) {
        return one.digest().hex() + (one.isJar() ? ".jar" : ".whl");
    }

    static String nameOfUnpacked(List<LockedPackage> locked) {
        return Digests.of(locked.stream().map(one -> one.digest().hex()).collect(Collectors.joining("\n")))
                        .hex()
                + ".unpacked";
    }
}
