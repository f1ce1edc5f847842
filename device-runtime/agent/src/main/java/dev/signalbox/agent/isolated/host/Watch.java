// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.isolated.host;

import dev.signalbox.agent.step.Working;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Sees to it that the service's thread takes no longer than it may: for one thing, for the end, for
/// a death. Has a thread of its own. A thread that does not hear an interrupt takes this process with
/// it.
final class Watch {
    private static final long LOOK_NANOS = 200_000_000;
    private static final long HALT_NANOS = 1_000_000_000;
    /// Of the 1.9 s that the node gives: for what was handed over, then for what the service is at.
    private static final long FINISH_NANOS = 1_000_000_000;

    private static final long CUT_OFF_NANOS = 1_400_000_000;
    private static final long LAST_WORD_NANOS = 1_500_000_000;

    private final Link link;
    private final OnHand onHand;
    private final String file;
    private final Duration patience;
    private volatile @Nullable Since ending;
    private volatile @Nullable Dying dying;
    private volatile boolean cutOff;

    private record Since(long nanos) {
        boolean isOver(long time) {
            return System.nanoTime() - nanos > time;
        }
    }

    private record Dying(Line of, Since since) {}

    /// @param patience zero for as long as it likes
    Watch(Link link, OnHand onHand, String file, Duration patience) {
        this.link = link;
        this.onHand = onHand;
        this.file = file;
        this.patience = patience;
    }

    /// From now on.
    void start() {
        Thread.ofPlatform().daemon().name("watch").start(() -> {
            while (true) {
                LockSupport.parkNanos(LOOK_NANOS);
                look();
            }
        });
    }

    /// The node has said that it is to end.
    void ending() {
        ending = new Since(System.nanoTime());
    }

    boolean isEnding() {
        return ending != null;
    }

    /// Whether no more items are to be begun.
    boolean isLate() {
        Since asked = ending;
        return asked != null && asked.isOver(FINISH_NANOS);
    }

    /// Whether what it is at was interrupted, so that the next version is to do it.
    boolean isCutOff() {
        return cutOff;
    }

    /// This is said, and all ends, if the service's own `stop` takes too long.
    void dying(Line of) {
        dying = new Dying(of, new Since(System.nanoTime()));
    }

    private void look() {
        Dying last = dying;
        Since asked = ending;
        if (last != null) {
            if (last.since.isOver(LAST_WORD_NANOS)) {
                throw link.last(last.of);
            }
        } else if (asked == null) {
            lookForOvertime();
        } else if (!cutOff && asked.isOver(CUT_OFF_NANOS)) {
            cutOff = true;
            onHand.thread().interrupt();
        }
    }

    private void lookForOvertime() {
        Working working = onHand.working();
        long over = working.nanos() - patience.toNanos();
        if (patience.isZero() || over <= 0) {
            return;
        }
        if (working.overran().isEmpty()) {
            working.overrun(line());
            onHand.thread().interrupt();
        } else if (over > HALT_NANOS) {
            throw link.last(tookTooLong());
        }
    }

    private String line() {
        int line = Told.line(onHand.thread().getStackTrace(), file);
        return line > 0 ? file + ":" + line : "";
    }

    /// What is told of a service that overran.
    Line tookTooLong() {
        return Told.tookTooLong(file, patience, onHand.working().overran().orElse(""));
    }
}
