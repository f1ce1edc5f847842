// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.buffer;

import dev.signalbox.local.message.WhenFull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps messages in files of a folder, in order. A message is on disk when `add` returns, and stays there until the
/// node says that it has it; over crashes of either it may be sent again, with the same id.
public final class DurableBuffer implements Buffer {
    private static final int MOST_WITHOUT_RECEIPT = 1024;

    private final Path folder;
    private final long most;
    private final Room room;
    private final Mark mark;
    private final Segments segments;
    private Place head;
    private Place cursor;
    private int withoutReceipt;
    private boolean closed;

    private DurableBuffer(Path folder, long most, WhenFull whenFull) throws IOException {
        this.folder = folder;
        this.most = most;
        this.room = new Room(this, whenFull);
        Files.createDirectories(folder);
        this.mark = new Mark(folder.resolve("received"));
        if (!mark.lock()) {
            mark.close();
            throw BufferProblems.inUse(folder);
        }
        this.segments = new Segments(folder);
        this.head = mark.read();
        this.cursor = head;
        segments.continueAfter(head.segment());
        segments.forgetBefore(head);
    }

    /// Opens the buffer of a folder, for one program at a time. Throws ProblemException when it cannot be.
    ///
    /// @param most bytes that may wait
    public static DurableBuffer open(Path folder, long most, WhenFull whenFull) {
        try {
            return new DurableBuffer(folder, most, whenFull);
        } catch (IOException unusable) {
            throw BufferProblems.disk(folder, unusable);
        }
    }

    @Override
    public synchronized void add(byte[] message) {
        if (message.length > most) {
            throw BufferProblems.full();
        }
        room.make(() -> segments.bytesFrom(head) + message.length > most, this::dropOldest);
        onDisk(() -> segments.append(message));
    }

    private boolean dropOldest() {
        Optional<Place> oldest = segments.at(head);
        oldest.ifPresent(this::forget);
        return oldest.isPresent();
    }

    @Override
    public synchronized @Nullable Waiting next() {
        Optional<Place> place =
                closed || withoutReceipt >= MOST_WITHOUT_RECEIPT ? Optional.empty() : segments.at(cursor);
        return place.map(this::handOut).orElse(null);
    }

    private Waiting handOut(Place place) {
        try {
            byte[] message = segments.read(place);
            cursor = segments.after(place);
            withoutReceipt++;
            return new Waiting(segments.id(place), message);
        } catch (IOException unreadable) {
            throw BufferProblems.disk(folder, unreadable);
        }
    }

    @Override
    public void left(Waiting message) {
        received(message.id());
    }

    @Override
    public synchronized void received(String id) {
        if (!closed) {
            segments.byId(id)
                    .filter(place -> place.compareTo(head) >= 0 && place.compareTo(cursor) < 0)
                    .ifPresent(this::forget);
        }
    }

    /// This one and all before it.
    private void forget(Place last) {
        onDisk(() -> {
            Place to = segments.after(last);
            for (Optional<Place> at = segments.at(head);
                    at.isPresent() && at.get().compareTo(to) < 0 && withoutReceipt > 0;
                    at = segments.at(segments.after(at.get()))) {
                withoutReceipt--;
            }
            head = to;
            cursor = cursor.compareTo(to) < 0 ? to : cursor;
            mark.write(head);
            segments.forgetBefore(head);
        });
        notifyAll();
    }

    @Override
    public synchronized void again() {
        cursor = head;
        withoutReceipt = 0;
    }

    @Override
    public boolean wantsReceipts() {
        return true;
    }

    @Override
    public synchronized boolean isEmpty() {
        return closed || segments.at(head).isEmpty();
    }

    @Override
    public synchronized void close() {
        closed = true;
        room.close();
        onDisk(() -> {
            segments.close();
            mark.close();
        });
    }

    private void onDisk(DiskWork work) {
        try {
            work.run();
        } catch (IOException failed) {
            throw BufferProblems.disk(folder, failed);
        }
    }

    @FunctionalInterface
    private interface DiskWork {
        void run() throws IOException;
    }
}
