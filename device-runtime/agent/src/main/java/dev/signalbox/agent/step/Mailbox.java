// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What a step has yet to do, in order. Messages are bounded; what the runtime itself says is not, and is little.
final class Mailbox {
    private static final int MOST_MESSAGES = 1_000;

    private final LinkedBlockingQueue<Item> items = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(MOST_MESSAGES);
    private volatile boolean shut;

    /// Adds a message; waits for room at most so long, then answers false. At once when the mailbox is shut.
    boolean offer(StepTask task, long waitMillis) {
        try {
            return !shut && room.tryAcquire(waitMillis, TimeUnit.MILLISECONDS) && add(task);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized boolean add(StepTask task) {
        return !shut && items.add(new Item(task, true));
    }

    void tell(StepTask task) {
        items.add(new Item(task, false));
    }

    @Nullable
    StepTask poll(long nanos) throws InterruptedException {
        Item item = items.poll(nanos, TimeUnit.NANOSECONDS);
        if (item == null) {
            return null;
        }
        if (item.message()) {
            room.release();
        }
        return item.task();
    }

    /// Takes no messages any more and forgets those that wait; answers how many there were.
    synchronized long shut() {
        shut = true;
        long waiting = items.stream().filter(Item::message).count();
        items.clear();
        room.release(MOST_MESSAGES);
        return waiting;
    }

    private record Item(StepTask task, boolean message) {}
}
