// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.packages;

import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.PackageArchives;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.LockedPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A package that was found.
///
/// @param path of its file on this machine
/// @param broughtBy coordinates of the package it came along with; empty for one that was asked for, and where nobody
/// says
public record ResolvedPackage(LockedPackage locked, Path path, Optional<String> broughtBy) {
    /// Locks a file as it is now. Throws ProblemException when nodes must not use it.
    static ResolvedPackage of(String coordinates, Path file, Optional<String> broughtBy) {
        try {
            var locked = new LockedPackage(
                    coordinates, String.valueOf(file.getFileName()), Digests.of(file), Files.size(file));
            PackageArchives.check(file, locked);
            return new ResolvedPackage(locked, file, broughtBy);
        } catch (IllegalArgumentException unfit) {
            throw new ProblemException(PackageProblems.unfit(coordinates, unfit), unfit);
        } catch (IOException unreadable) {
            throw new ProblemException(PackageProblems.unreadable(file, unreadable), unreadable);
        }
    }
}
