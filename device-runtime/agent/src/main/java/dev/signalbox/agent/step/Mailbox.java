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

    /// Adds a message; waits for room at most so long, then answers false.
    boolean offer(StepTask task, long waitMillis) {
        try {
            if (!room.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)) {
                return false;
            }
            items.add(new Item(task, true));
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
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

    private record Item(StepTask task, boolean message) {}
}
