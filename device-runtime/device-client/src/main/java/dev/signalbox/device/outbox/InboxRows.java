// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.device.inbox.InboxStore;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The inbox in the outbox's database, written by the same thread.
final class InboxRows implements InboxStore {
    private static final Logger LOG = LoggerFactory.getLogger(InboxRows.class);

    private final Outbox outbox;

    InboxRows(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public CompletableFuture<Void> keep(String messageId, byte[] bag, byte[] payload) {
        var kept = new CompletableFuture<Void>();
        ask(new Work.Keep(messageId, bag, payload, kept), kept);
        return kept;
    }

    @Override
    public List<Arrival> waiting(int most) {
        return outbox.arrived(most).stream()
                .map(message -> new Arrival(message.id(), message.bag(), message.payload(), message.attempts()))
                .toList();
    }

    @Override
    public void attempted(long id) {
        var unheard = new CompletableFuture<Void>();
        ask(new Work.Attempted(id), unheard);
        if (unheard.isCompletedExceptionally()) {
            LOG.debug("An attempt was not counted, for the outbox is closed");
        }
    }

    @Override
    public CompletableFuture<Void> handled(long id) {
        var done = new CompletableFuture<Void>();
        ask(new Work.Handled(id, done), done);
        return done;
    }

    private void ask(Work work, CompletableFuture<Void> answer) {
        try {
            outbox.ask(work);
        } catch (RuntimeException refused) {
            answer.completeExceptionally(refused);
        }
    }
}
