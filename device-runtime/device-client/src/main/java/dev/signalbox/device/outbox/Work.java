// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import java.util.concurrent.CompletableFuture;

/// What the committing thread is asked to do.
sealed interface Work {
    /// @param answer whom to tell that the message is on disk
    record Add(NewMessage message, Answer answer) implements Work {}

    /// A message need not be sent any more.
    ///
    /// @param bytes the room it took
    /// @param recorded run on the committing thread once that is written
    record Resolve(Ticket ticket, Outcome outcome, long bytes, String largeFile, Runnable recorded) implements Work {}

    /// Whoever waits until the hub has a message and all before it in its lane.
    record Await(Ticket upTo, CompletableFuture<Void> forwarded) implements Work {}

    /// Whoever waits until the hub has all that waits now.
    record AwaitAll(CompletableFuture<Void> forwarded) implements Work {}

    record Keep(String messageId, byte[] bag, byte[] payload, CompletableFuture<Void> kept) implements Work {}

    record Attempted(long arrival) implements Work {}

    record Handled(long arrival, CompletableFuture<Void> done) implements Work {}

    /// Give up what is too old.
    record Sweep(CompletableFuture<Void> done) implements Work {}

    /// The file was found damaged by somebody who reads it.
    ///
    /// @param generation which of the files: it may have been replaced meanwhile
    record Damaged(int generation) implements Work {}

    record Stop() implements Work {}

    /// Whom to tell what became of a new message.
    sealed interface Answer {
        /// Somebody waits for just this.
        record Joined(CompletableFuture<Ticket> future) implements Answer {}

        /// What hangs on it is not ours and may take its time.
        record Later(CompletableFuture<Ticket> future) implements Answer {}

        /// When the hub has it and all before it.
        ///
        /// @param kept ends before, on the committing thread: nothing of others may hang on it
        record Forwarded(CompletableFuture<Ticket> kept, CompletableFuture<Void> forwarded) implements Answer {}
    }
}
