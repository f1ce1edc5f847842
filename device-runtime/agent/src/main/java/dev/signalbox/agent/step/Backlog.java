// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import java.lang.ref.Cleaner;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/// How much memory all that waits in mailboxes may take, so that slow steps cannot fill the node's.
///
/// A mailbox takes a message while what waits in it is below its share, whatever the others hold: else a chain of steps
/// could not go on. Beyond that it takes more while all together are below their bound, and it below its own.
final class Backlog {
    /// The heap is the process', and so is this.
    static final Backlog OF_THE_NODE = new Backlog(Runtime.getRuntime().maxMemory());

    /// After which to see whether other mailboxes have given room.
    static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final Cleaner CLEANER = Cleaner.create();
    private static final long SMALLEST_SHARE = 16 * 1024;

    private final LongAdder held = new LongAdder();
    private final long most;
    private final long mostOfOne;
    private final long share;

    /// @param heap in bytes
    Backlog(long heap) {
        most = heap / 6;
        mostOfOne = heap / 24;
        share = Math.max(heap / 4096, SMALLEST_SHARE);
    }

    /// What waits in one mailbox; nothing any more once the mailbox is forgotten.
    Part partOf(Object mailbox) {
        var part = new Part(this);
        CLEANER.register(mailbox, part::clear);
        return part;
    }

    /// Of one mailbox, under its lock.
    static final class Part {
        /// The node's sum may be wrong by this for each mailbox, so that not every message changes it.
        private static final long UNTOLD = SMALLEST_SHARE / 8;

        private final Backlog whole;
        private final AtomicLong told = new AtomicLong();
        private long bytes;

        private Part(Backlog whole) {
            this.whole = whole;
        }

        /// Whether the mailbox has to wait before it takes more.
        boolean isTooMuch() {
            return bytes >= whole.share && (bytes >= whole.mostOfOne || whole.held.sum() >= whole.most);
        }

        /// Counts bytes that came, or, negative, that went.
        void add(long change) {
            bytes += change;
            long untold = bytes - told.get();
            if (Math.abs(untold) >= UNTOLD || (bytes == 0 && untold != 0)) {
                told.set(bytes);
                whole.held.add(untold);
            }
        }

        /// The mailbox is forgotten: on the cleaner's thread.
        private void clear() {
            whole.held.add(-told.get());
        }
    }
}
