// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.MessageStore.Receipt;
import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.protocol.codec.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A message on its way to the disk, and who waits for it.
final class Entry {
    private static final Logger LOG = LoggerFactory.getLogger("hub");

    /// What is to become of it.
    private enum Fate {
        STORED,
        REPEATED,
        OUT_OF_ORDER
    }

    private final StoredMessage message;
    private final Receipt receipt;
    private Fate fate = Fate.OUT_OF_ORDER;

    Entry(StoredMessage message, Receipt receipt) {
        this.message = message;
        this.receipt = receipt;
    }

    StoredMessage message() {
        return message;
    }

    /// Decides what is to become of it, just before it would be written.
    void settle(OutboxMarks marks) {
        fate = fateOf(marks);
        if (fate == Fate.STORED) {
            marks.raise(message);
        }
    }

    private Fate fateOf(OutboxMarks marks) {
        if (!receipt.inOrder()) {
            return Fate.OUT_OF_ORDER;
        }
        if (!marks.isNew(message)) {
            return Fate.REPEATED;
        }
        return receipt.hasRoom() ? Fate.STORED : Fate.OUT_OF_ORDER;
    }

    boolean isFresh() {
        return fate == Fate.STORED;
    }

    /// Tells who waits, once its group is durable.
    void tell() {
        if (fate == Fate.OUT_OF_ORDER) {
            fail(new ProblemException(StoreProblems.outOfOrder()));
        } else {
            guarded(() -> receipt.stored(fate == Fate.STORED));
        }
    }

    void fail(RuntimeException why) {
        guarded(() -> receipt.failed(why));
    }

    /// Who waits for one message must not keep the others from the disk.
    private static void guarded(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException | Error unexpected) {
            LOG.error("What became of a message could not be told", unexpected);
        }
    }
}
