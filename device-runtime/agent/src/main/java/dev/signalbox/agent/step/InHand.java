// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What a step has taken from its mailbox and not done. Its thread uses it; who ends the step from another thread may
/// ask
/// what waits, and abandon it.
final class InHand {
    private final Mailbox mailbox;
    private final Taken taken = new Taken();
    private final AtomicReference<Item.@Nullable Delivery> current = new AtomicReference<>();

    InHand(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /// How many messages were taken and not begun.
    int waiting() {
        return taken.messages();
    }

    /// Whether nothing waits, neither here nor in the mailbox.
    boolean isEmpty() {
        return taken.isEmpty() && mailbox.isEmpty();
    }

    /// The next of what is taken, if any.
    @Nullable
    Item next() {
        return taken.next();
    }

    /// Takes some more; waits for the first at most so long.
    void fetch(long nanos) {
        try {
            mailbox.take(taken, nanos);
        } catch (InterruptedException tooLate) {
            // meant for what was done before
        }
    }

    void begin(Item.Delivery delivery) {
        current.setRelease(delivery);
        mailbox.tally().received();
    }

    void done() {
        current.setRelease(null);
    }

    /// @param again whether who takes over may do it again
    void failed(Item.Delivery delivery, Throwable thrown, boolean again) {
        boolean stillOurs = current.compareAndSet(delivery, null);
        if (stillOurs && again) {
            mailbox.tally().gaveBack(1);
            taken.putBack(delivery);
        } else {
            mailbox.tally().failed(stillOurs ? 1 : 0);
            delivery.failed(String.valueOf(thrown));
        }
    }

    /// What a run that has ended leaves unfinished comes first again.
    ///
    /// @param suspects those that may have killed it, first of all
    void takeBack(List<Item.Delivery> suspects, List<Item.Delivery> unfinished) {
        var back = new ArrayList<Item.Delivery>(suspects);
        back.addAll(unfinished);
        mailbox.tally().gaveBack(back.size());
        back.reversed().forEach(taken::putBack);
    }

    /// What killed a run is not done again.
    void giveUp(List<Item.Delivery> suspects, @Nullable Throwable death) {
        suspects.forEach(delivery -> {
            mailbox.tally().failed(1);
            delivery.failed(String.valueOf(death));
        });
    }

    /// What was not begun waits in the mailbox again.
    void leave() {
        mailbox.putBack(taken.all());
    }

    /// The thread is left behind: what it is doing now is lost, what it has not begun is left for the next one.
    void abandon() {
        Item.Delivery unfinished = current.getAndSet(null);
        if (unfinished != null) {
            mailbox.tally().failed(1);
            unfinished.failed("the service did not stop");
        }
        leave();
    }
}
