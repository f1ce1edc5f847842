// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes folders with all that is in them.
final class Folders {
    private static final Logger LOG = LoggerFactory.getLogger("hub");

    private Folders() {}

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> deepestFirst;
        try (var all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }

    /// Makes sure that what was made or moved there is found after a power cut, where the system can do that.
    static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException foldersCannotBeOpened) {
            LOG.debug("{} cannot be synced", folder);
        }
    }

    /// Leaves what cannot be deleted to the hub's next start.
    static void deleteQuietly(Path folder) {
        try {
            delete(folder);
        } catch (IOException refused) {
            LOG.warn("An upload's leftovers in {} could not be deleted: {}", folder, refused.toString());
        }
    }
}
