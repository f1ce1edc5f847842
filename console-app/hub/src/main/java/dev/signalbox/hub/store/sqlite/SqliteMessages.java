// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.MessageStore;
import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Messages in one file a day, `stream-<yyyy-MM-dd>.db`, so that forgetting a day is deleting its file. A day's file is
/// opened with its first message and takes over the marks of the day before it.
public final class SqliteMessages implements MessageStore {
    private static final List<String> LAYOUTS = List.of("stream-1.sql", "stream-blocks.sql");

    private final Path folder;
    private final Clock clock;
    /// Held while days are read or removed, because opening a removed day would make it anew.
    private final Object reading = new Object();
    private @Nullable LocalDate day;
    private @Nullable Today today;

    /// The file that is written to, and what is gathered for it.
    private record Today(Database file, GatheredMessages gathered) {}

    private SqliteMessages(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    public static SqliteMessages in(Path folder, Clock clock) {
        return new SqliteMessages(folder, clock);
    }

    @Override
    public CompletableFuture<Boolean> append(StoredMessage message, BooleanSupplier inOrder) {
        try {
            Today open = today();
            return open.file().commit(handle -> {
                if (!inOrder.getAsBoolean()) {
                    throw new ProblemException(StoreProblems.outOfOrder());
                }
                return open.gathered().add(handle, message);
            });
        } catch (ProblemException unusable) {
            return CompletableFuture.failedFuture(unusable);
        }
    }

    @Override
    public List<StoredMessage> newest(DeviceId device, int most) {
        List<StoredMessage> found = new ArrayList<>();
        synchronized (reading) {
            for (Path file : StreamFiles.newestFirst(folder)) {
                if (found.size() < most) {
                    int wanted = most - found.size();
                    try (var database = Database.open(file, LAYOUTS)) {
                        found.addAll(0, database.read(handle -> Messages.newest(handle, device, wanted)));
                    }
                }
            }
        }
        return found;
    }

    @Override
    public int forget(Duration olderThan) {
        LocalDate firstKept = LocalDate.ofInstant(clock.instant().minus(olderThan), ZoneOffset.UTC);
        synchronized (reading) {
            List<Path> old = StreamFiles.newestFirst(folder).stream()
                    .skip(1)
                    .filter(file -> StreamFiles.day(file).isBefore(firstKept))
                    .toList();
            old.forEach(StreamFiles::delete);
            return old.size();
        }
    }

    @Override
    public synchronized void close() {
        if (today != null) {
            today.file().close();
            today = null;
            day = null;
        }
    }

    private synchronized Today today() {
        LocalDate now = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (today == null || day == null || now.isAfter(day)) {
            close();
            Path file = StreamFiles.of(folder, now);
            var former = StreamFiles.newestFirst(folder).stream()
                    .filter(other -> !other.equals(file))
                    .findFirst();
            var gathered = new GatheredMessages();
            var opened = Database.open(file, LAYOUTS, gathered);
            former.ifPresent(path -> takeOverMarks(path, opened));
            today = new Today(opened, gathered);
            day = now;
        }
        return today;
    }

    private static void takeOverMarks(Path former, Database fresh) {
        try (var old = Database.open(former, LAYOUTS)) {
            List<OutboxMarks.Mark> marks = old.read(OutboxMarks::all);
            fresh.commit(handle -> OutboxMarks.write(handle, marks)).join();
        }
    }
}
