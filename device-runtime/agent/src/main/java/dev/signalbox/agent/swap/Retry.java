// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/// One attempt to come, later each time. A new one takes the place of the one before, so that there are never two.
final class Retry {
    private static final long FIRST_MILLIS = 500;
    private static final long LONGEST_MILLIS = 30_000;

    private final SwapThread thread;
    private Future<?> next = CompletableFuture.completedFuture(null);
    private long millis = FIRST_MILLIS;

    Retry(SwapThread thread) {
        this.thread = thread;
    }

    void later(Runnable attempt) {
        next.cancel(false);
        next = thread.after(millis, attempt);
        millis = Math.min(LONGEST_MILLIS, millis * 2);
    }

    /// None is to come, and the next one comes soon.
    void reset() {
        next.cancel(false);
        millis = FIRST_MILLIS;
    }
}
