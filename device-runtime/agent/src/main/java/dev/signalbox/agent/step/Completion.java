// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Follows one message to all it leads to: complete once each delivery is done, and each that those led to; failed at
/// the first that fails, and after 30 s. From any thread.
public final class Completion {
    private static final long LONGEST_SECONDS = 30;

    /// One for who sends, so that it is not complete before all has been handed over.
    private final AtomicLong open = new AtomicLong(1);

    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();

    public Completion() {
        end.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    /// One more delivery is on its way.
    public void departs() {
        open.incrementAndGet();
    }

    /// One is done, or has been handed over entirely.
    public void arrived() {
        if (open.decrementAndGet() == 0) {
            end.complete(null);
        }
    }

    /// One will never be done.
    public void fail(String why) {
        end.completeExceptionally(new IllegalStateException(why));
    }

    /// Ends when all is done.
    public CompletionStage<@Nullable Void> end() {
        return end;
    }
}
