// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.device.storage.Arrived;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// What comes new with one commit. If that fails, nothing of it ever was.
final class Group {
    private final List<Work.Add> adds = new ArrayList<>();
    private final List<Ticket> displaced = new ArrayList<>();
    private final List<Arrived> arrived = new ArrayList<>();
    private final List<CompletableFuture<Void>> kept = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final List<Work> later = new ArrayList<>();
    private final List<Work.AwaitAll> awaiting = new ArrayList<>();
    private long bytes;
    private boolean written;

    void add(Work.Add add) {
        adds.add(add);
        bytes += add.message().bytes();
    }

    /// Leaves a message, and all that come after it, to the next commit: some of what comes
    /// before must be on disk to give way.
    void postpone(Work.Add add) {
        later.add(add);
    }

    boolean postpones(Work.Add add) {
        return !later.isEmpty() && later.add(add);
    }

    List<Work> later() {
        return later;
    }

    void displaced(List<Ticket> tickets) {
        displaced.addAll(tickets);
    }

    /// @param known whether the message came before
    void keep(Work.Keep keep, boolean known, long id) {
        kept.add(keep.kept());
        if (!known && (keep.messageId().isEmpty() || ids.add(keep.messageId()))) {
            arrived.add(new Arrived(id, keep.messageId(), keep.bag(), keep.payload(), 0));
        }
    }

    /// For all that was asked before, also what is left to the next commit.
    void await(Work.AwaitAll work) {
        if (later.isEmpty()) {
            awaiting.add(work);
        } else {
            later.add(work);
        }
    }

    List<Work.AwaitAll> awaiting() {
        return awaiting;
    }

    List<Work.Add> adds() {
        return adds;
    }

    List<Ticket> displaced() {
        return displaced;
    }

    List<Arrived> arrived() {
        return arrived;
    }

    List<CompletableFuture<Void>> kept() {
        return kept;
    }

    /// Of its messages.
    long bytes() {
        return bytes;
    }

    /// It is on the disk, whatever comes now.
    void written() {
        written = true;
    }

    boolean isWritten() {
        return written;
    }

    boolean isEmpty() {
        return adds.isEmpty() && kept.isEmpty();
    }
}
