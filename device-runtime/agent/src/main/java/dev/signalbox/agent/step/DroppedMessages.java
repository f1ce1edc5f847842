// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.protocol.release.StepAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// The messages that were meant for a step and that it never got. Each sender is told. From any thread.
final class DroppedMessages {
    private final StepAddress step;
    private final Mailbox mailbox;
    private final AtomicLong count = new AtomicLong();

    DroppedMessages(StepAddress step, Mailbox mailbox) {
        this.step = step;
        this.mailbox = mailbox;
    }

    /// One more; answers how many there were by now.
    long add(Item.Delivery delivery) {
        delivery.failed(step + " did not take the message");
        return count.incrementAndGet();
    }

    /// All that wait, and the mailbox takes no other. Answers how many these were.
    int addWaiting() {
        List<Item.Delivery> waiting = mailbox.shut();
        waiting.forEach(this::add);
        return waiting.size();
    }

    /// How many there were so far.
    long count() {
        return count.get();
    }
}
