// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads the log frame by frame up to where it is durable, also while it is written. Where damage stands it says so and
/// goes on after it. For one thread at a time.
public final class LogFollower implements AutoCloseable {
    private static final int AHEAD = 1 << 21;

    private final Path folder;
    private final Supplier<LogPlace> durable;
    private int open;
    private @Nullable Frames frames;

    LogFollower(Path folder, Supplier<LogPlace> durable) {
        this.folder = folder;
        this.durable = durable;
    }

    /// The first frame from a place on, where one begins; empty if none is durable yet. A file that is gone is passed
    /// over. Throws ProblemException when the disk refuses.
    public Optional<LogFrame> next(LogPlace from) {
        LogPlace end = durable.get();
        try {
            LogPlace at = from;
            while (at.isBefore(end)) {
                Optional<LogFrame> frame = inSegment(at, end);
                if (frame.isPresent()) {
                    return frame;
                }
                at = new LogPlace(after(at.segment(), end.segment()), 0);
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            close();
            throw new ProblemException(
                    StoreProblems.unreadable(folder.toString(), String.valueOf(unreadable.getMessage())), unreadable);
        }
    }

    private Optional<LogFrame> inSegment(LogPlace at, LogPlace end) throws IOException {
        try {
            Frames here = open(at.segment());
            long limit = Math.min(here.size(), at.segment() == end.segment() ? end.bytes() : Long.MAX_VALUE);
            return here.next(at, limit);
        } catch (NoSuchFileException forgotten) {
            close();
            return Optional.empty();
        }
    }

    private Frames open(int number) throws IOException {
        Frames here = frames;
        if (here == null || open != number) {
            close();
            Path file = Segment.numbered(folder, number)
                    .orElseThrow(() -> new NoSuchFileException(String.valueOf(number)))
                    .file();
            here = new Frames(new ReadWindow(file, AHEAD, true));
            frames = here;
            open = number;
        }
        return here;
    }

    /// The next file there is, or one beyond the last.
    private int after(int number, int last) {
        return Segment.in(folder).stream()
                .mapToInt(Segment::number)
                .filter(other -> other > number)
                .findFirst()
                .orElse(last + 1);
    }

    @Override
    public void close() {
        Frames here = frames;
        frames = null;
        if (here != null) {
            here.close();
        }
    }
}
