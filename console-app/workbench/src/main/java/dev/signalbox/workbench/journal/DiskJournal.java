// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.journal;

import dev.signalbox.protocol.codec.Digests;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// A journal in a folder of the console, one file for each thing that is unsaved. The first of several consoles on one
/// folder has it; the others write nothing down.
public final class DiskJournal implements Journal {
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration LAST_WRITES = Duration.ofSeconds(5);
    private static final int DIGITS = 16;

    private final SafeFolder folder;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("journal").daemon().factory());
    private final Map<JournalKey, DiskEntry<?>> entries = new HashMap<>();

    DiskJournal(Path folder) {
        this.folder = new SafeFolder(new JournalFolder(folder));
    }

    /// The journal for one hub; nothing is read or written before it is used.
    ///
    /// @param consoleFolder where the console keeps its things
    /// @param hub the certificate of its CA, which no other hub has
    public static DiskJournal in(Path consoleFolder, String hub) {
        String digits = Digests.of(hub).hex().substring(0, DIGITS);
        return new DiskJournal(consoleFolder.resolve("journal").resolve(digits));
    }

    @Override
    public synchronized <T> JournalEntry<T> entry(JournalKey key, Class<T> type) {
        DiskEntry<?> entry = entries.computeIfAbsent(key, fresh -> new DiskEntry<>(fresh, type, folder, this::soon));
        return entry.as(type);
    }

    private void soon(Runnable write) {
        try {
            var _ = writer.schedule(write, SOON.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            write.run();
        }
    }

    @Override
    public List<JournalKey> waiting(String kind) {
        return folder.keys().stream().filter(key -> key.kind().equals(kind)).toList();
    }

    @Override
    public void close() {
        writer.shutdown();
        try {
            writer.awaitTermination(LAST_WRITES.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        folder.close();
    }
}
