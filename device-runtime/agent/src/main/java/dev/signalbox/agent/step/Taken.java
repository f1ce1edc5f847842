// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run took from its mailbox and has not begun, in order. Its thread takes from it; who ends the step from
/// another thread may empty it.
final class Taken {
    private final ArrayDeque<Item> items = new ArrayDeque<>();

    synchronized void addAll(List<Item> few) {
        items.addAll(few);
    }

    synchronized void putBack(Item item) {
        items.addFirst(item);
    }

    /// The next one, if any.
    synchronized @Nullable Item next() {
        return items.poll();
    }

    synchronized boolean isEmpty() {
        return items.isEmpty();
    }

    /// How many messages are among them.
    synchronized int messages() {
        return (int) items.stream().filter(Item.Delivery.class::isInstance).count();
    }

    /// All of them; it is empty then.
    synchronized List<Item> all() {
        var all = new ArrayList<>(items);
        items.clear();
        return all;
    }
}
