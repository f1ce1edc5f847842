// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.MessageStore.Receipt;
import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.hub.store.StoredMessage.Position;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.Optional;
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

    private final DeviceId device;
    private final Optional<Position> position;
    private final byte[] written;
    private final Receipt receipt;
    private Fate fate = Fate.OUT_OF_ORDER;

    Entry(StoredMessage message, Receipt receipt) {
        this.device = message.device();
        this.position = message.position();
        this.written = Frame.written(message);
        this.receipt = receipt;
    }

    DeviceId device() {
        return device;
    }

    /// As it stands in a frame. Made where the message comes from, whose processor has all of it at hand, and not on
    /// the one thread that all wait for.
    byte[] written() {
        return written;
    }

    /// Decides what is to become of it, just before it would be written.
    void settle(OutboxMarks marks) {
        fate = fateOf(marks);
        if (fate == Fate.STORED) {
            marks.raise(device, position);
        }
    }

    private Fate fateOf(OutboxMarks marks) {
        if (!receipt.inOrder()) {
            return Fate.OUT_OF_ORDER;
        }
        if (!marks.isNew(device, position)) {
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
