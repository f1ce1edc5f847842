// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder with all that is in it, or a single file.
public final class FolderTree {
    private FolderTree() {}

    /// Copies it to where nothing is yet.
    public static void copy(Path root, Path target) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path one : all.toList()) {
                Files.copy(one, target.resolve(root.relativize(one)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /// Deletes it, what is deepest first. Throws when something is in use or comes back meanwhile.
    public static void delete(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
