// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.intake;

import dev.signalbox.operator.intake.IntakeView.Disk;
import java.io.File;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Room on the disk that messages must leave free, so that sign-ins, twins, the streams' index and operators still have
/// some when messages have none. For all threads.
public final class DiskReserve {
    private static final long MOST_KEPT_FREE = 1L << 30;
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier free;
    private final long kept;
    private volatile Seen seen;

    private record Seen(long free, long at) {}

    /// @param free bytes of the disk now
    /// @param kept bytes that are to stay free
    DiskReserve(LongSupplier free, long kept) {
        this.free = free;
        this.kept = kept;
        this.seen = look();
    }

    /// @param folder on the disk
    /// @param kept bytes that are to stay free; if nothing is said 1 GiB, or a twentieth of a small disk
    public static DiskReserve of(Path folder, OptionalLong kept) {
        File disk = folder.toFile();
        return new DiskReserve(disk::getUsableSpace, kept.orElse(Math.min(MOST_KEPT_FREE, disk.getTotalSpace() / 20)));
    }

    private Seen look() {
        return new Seen(free.getAsLong(), System.nanoTime());
    }

    /// Whether there is no room for messages. Looks at the disk once a second at most.
    boolean isReached() {
        Seen last = seen;
        if (System.nanoTime() - last.at > LOOK_NANOS) {
            last = look();
            seen = last;
        }
        return last.free < kept;
    }

    long kept() {
        return kept;
    }

    Disk view() {
        boolean reached = isReached();
        return new Disk(seen.free, kept, reached);
    }
}
