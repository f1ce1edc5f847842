// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Since when a step's thread has been in its author's code, for who watches it. The thread begins and ends; any other
/// asks.
public final class Working {
    private static final long NOT = 0;

    /// Written without waiting for the other processors: a watcher may learn of it a moment later.
    private final AtomicLong since = new AtomicLong(NOT);
    private volatile @Nullable String overran;

    /// It begins something. On its thread only.
    public void begin() {
        if (overran != null) {
            overran = null;
        }
        since.setRelease(System.nanoTime() | 1);
    }

    /// So much of it was waiting for others. On its thread only.
    public void excuse(long nanos) {
        long began = since.get();
        if (began != NOT) {
            since.setRelease((began + nanos) | 1);
        }
    }

    /// It has ended that.
    public void end() {
        since.setRelease(NOT);
    }

    /// How long it has been at one thing; 0 when it is not at work.
    public long nanos() {
        long began = since.get();
        return began == NOT ? 0 : System.nanoTime() - began;
    }

    /// It has been at it for too long.
    ///
    /// @param at the author's line, or empty
    public void overrun(String at) {
        if (overran == null) {
            overran = at;
        }
    }

    /// Whether it has been told so; the line where it was then.
    public Optional<String> overran() {
        return Optional.ofNullable(overran);
    }
}
