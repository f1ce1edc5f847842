// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.journal;

import dev.signalbox.protocol.codec.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the file of each entry. A folder that cannot be written, or that another console has, is logged once: whoever
/// types goes on typing.
final class SafeFolder {
    private static final Logger LOG = LoggerFactory.getLogger(SafeFolder.class);
    private static final int LONGEST = 60;
    private static final int DIGITS = 16;

    private final JournalFolder folder;
    private boolean complained;

    SafeFolder(JournalFolder folder) {
        this.folder = folder;
    }

    /// What to do with the folder once it is known to be ours.
    private interface Work<R> {
        R with(JournalFolder ours) throws IOException;
    }

    private synchronized <R> Optional<R> work(Work<R> work) {
        try {
            if (folder.ours()) {
                R result = work.with(folder);
                complained = false;
                return Optional.of(result);
            }
            complain("another console has it");
        } catch (IOException refused) {
            complain(String.valueOf(refused.getMessage()));
        }
        return Optional.empty();
    }

    private void complain(String why) {
        if (!complained) {
            LOG.warn("What is typed cannot be kept in {}: {}.", folder.path(), why);
        }
        complained = true;
    }

    void write(JournalKey key, byte[] content) {
        work(ours -> {
            ours.write(name(key), content);
            return true;
        });
    }

    void delete(JournalKey key) {
        work(ours -> {
            ours.delete(name(key));
            return true;
        });
    }

    /// Throws an UncheckedIOException if there is something that cannot be read.
    Optional<byte[]> read(JournalKey key) {
        return work(ours -> {
                    try {
                        return ours.read(name(key));
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                })
                .flatMap(found -> found);
    }

    /// Where it was put; where it still is if it cannot be moved.
    Path aside(JournalKey key) {
        return work(ours -> ours.aside(name(key))).orElse(folder.path());
    }

    /// What all files that can be read are about. Who opens one that cannot is told then.
    List<JournalKey> keys() {
        return work(ours -> {
                    var keys = new ArrayList<JournalKey>();
                    for (String name : ours.names()) {
                        key(ours, name).ifPresent(keys::add);
                    }
                    return keys;
                })
                .orElseGet(ArrayList::new);
    }

    private static Optional<JournalKey> key(JournalFolder ours, String name) {
        try {
            return ours.read(name).map(DiskEntry.Written::read).map(DiskEntry.Written::key);
        } catch (IOException | RuntimeException spoiled) {
            return Optional.empty();
        }
    }

    void close() {
        try {
            folder.close();
        } catch (IOException late) {
            LOG.debug("The journal's lock was gone already", late);
        }
    }

    /// A person can tell which it is; the digest tells apart what differs in case or beyond the length.
    static String name(JournalKey key) {
        String words = (key.kind() + "-" + key.words()).replaceAll("[^A-Za-z0-9_.-]", "-");
        String digits = Digests.of(key.toString()).hex().substring(0, DIGITS);
        return words.substring(0, Math.min(LONGEST, words.length())) + "-" + digits;
    }
}
