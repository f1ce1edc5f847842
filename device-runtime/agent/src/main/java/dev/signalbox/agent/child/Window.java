// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.child;

import dev.signalbox.agent.step.Completion;
import dev.signalbox.agent.step.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the process was handed and has not answered, in order; bounded. Messages along wires and events it does one
/// after the other, so of these only the first has been begun; actions may be begun at once.
final class Window {
    private static final int MOST = 64;
    /// Who waits for room is woken when there is so much of it, because waking a thread costs as much as a few
    /// messages.
    private static final int MUCH_ROOM = MOST / 2;
    /// When that takes longer, it takes what little room there is.
    private static final long LOOK_AGAIN_MILLIS = 10;

    private final Map<Long, Open> open = new LinkedHashMap<>();
    private final boolean actionsAtOnce;
    private long last;
    private boolean shut;

    /// @param actionsAtOnce whether actions are begun while it is at something else
    Window(boolean actionsAtOnce) {
        this.actionsAtOnce = actionsAtOnce;
    }

    private static final class Open {
        private final Item.Delivery delivery;
        private boolean handed;
        private boolean sent;

        Open(Item.Delivery delivery) {
            this.delivery = delivery;
        }
    }

    /// Waits for room; answers the number under which it is answered. It is in the window even when the waiting is
    /// interrupted, so that it is not lost.
    synchronized long add(Item.Delivery delivery) throws InterruptedException {
        try {
            while (isFull() && !shut) {
                wait(LOOK_AGAIN_MILLIS);
            }
        } finally {
            open.put(++last, new Open(delivery));
        }
        return last;
    }

    /// Whether one more has to wait.
    synchronized boolean isFull() {
        return open.size() >= MOST;
    }

    /// Whether the process may have these.
    synchronized void handed(Collection<Long> numbers, boolean now) {
        for (Long number : numbers) {
            Open item = open.get(number);
            if (item != null) {
                item.handed = now;
            }
        }
    }

    /// Takes out what is answered; null when it was answered before.
    synchronized Item.@Nullable Delivery answered(long number) {
        Open done = open.remove(number);
        if (open.size() == MOST - MUCH_ROOM) {
            notifyAll();
        }
        return done == null ? null : done.delivery;
    }

    /// While it handles that item the service sends something: it cannot be handled again without sending twice.
    ///
    /// @return who waits for all the item leads to, told that one more delivery departs
    synchronized Optional<Completion> sends(long number) {
        Open sender = open.get(number);
        if (sender == null) {
            return Optional.empty();
        }
        sender.sent = true;
        sender.delivery.completion().ifPresent(Completion::departs);
        return sender.delivery.completion();
    }

    /// Nobody waits for room any more.
    synchronized void shut() {
        shut = true;
        notifyAll();
    }

    /// Message ids of what was begun.
    synchronized List<String> begunIds() {
        return begun().stream().map(item -> item.delivery.message().id()).toList();
    }

    /// What was begun and sent nothing. What did send fails now.
    synchronized List<Item.Delivery> suspects() {
        var suspects = new ArrayList<Item.Delivery>();
        for (Open item : begun()) {
            if (item.sent) {
                item.delivery.failed("The service ended while it handled the message");
            } else {
                suspects.add(item.delivery);
            }
        }
        return suspects;
    }

    synchronized List<Item.Delivery> notBegun() {
        List<Open> begun = begun();
        return open.values().stream()
                .filter(item -> !begun.contains(item))
                .map(item -> item.delivery)
                .toList();
    }

    private List<Open> begun() {
        var begun = new ArrayList<Open>();
        boolean first = true;
        for (Open item : open.values()) {
            boolean atOnce = actionsAtOnce && item.delivery.kind() == Item.Kind.ACTION;
            if (item.handed && (atOnce || first)) {
                begun.add(item);
            }
            first = first && atOnce;
        }
        return begun;
    }
}
