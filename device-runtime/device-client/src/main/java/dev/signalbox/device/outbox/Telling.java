// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells others what became of their work, off the committing thread: what hangs on a future may block, or wait for a
/// message of its own to be committed.
final class Telling {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    private final List<Runnable> gathered = new ArrayList<>();

    <T> void complete(CompletableFuture<T> future, T value) {
        gathered.add(() -> apart(future, () -> future.complete(value)));
    }

    void done(CompletableFuture<Void> future) {
        gathered.add(() -> apart(future, () -> future.complete(null)));
    }

    void fail(CompletableFuture<?> future, Throwable why) {
        gathered.add(() -> apart(future, () -> future.completeExceptionally(why)));
    }

    /// One that others hang on gets a thread of its own, for what they do may never end.
    private static void apart(CompletableFuture<?> future, Runnable completion) {
        if (future.getNumberOfDependents() > 0) {
            Thread.ofVirtual().name("signalbox-answer").start(completion);
        } else {
            completion.run();
        }
    }

    /// Tells all that was gathered.
    void tell() {
        if (!gathered.isEmpty()) {
            List<Runnable> now = List.copyOf(gathered);
            Thread.ofVirtual().name("signalbox-answers").start(() -> now.forEach(Telling::safely));
            gathered.clear();
        }
    }

    /// Runs what others gave us; what it throws harms nobody.
    static void safely(Runnable task) {
        try {
            task.run();
        } catch (Throwable failed) {
            LOG.error("What was to be done after a commit failed", failed);
        }
    }
}
