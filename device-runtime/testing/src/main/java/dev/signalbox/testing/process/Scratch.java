// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.process;

import dev.signalbox.testing.file.FolderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder of this program, gone when it ends.
final class Scratch {
    private static final Path ROOT = make();

    private Scratch() {}

    /// The folder of that name, made if it is not there.
    static Path folder(String name) {
        try {
            return Files.createDirectories(ROOT.resolve(name));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Path make() {
        try {
            Path root = Files.createTempDirectory("signalbox-programs");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(root), "remove " + root));
            return root;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void remove(Path root) {
        try {
            FolderTree.delete(root);
        } catch (IOException inUse) {
            throw new UncheckedIOException(inUse);
        }
    }
}
