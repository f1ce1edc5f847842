// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.isolated.host;

import dev.signalbox.agent.step.Working;

/// What the service's thread is at: which item, and since when.
final class OnHand {
    private final Thread thread;
    private final Working working = new Working();
    /// Of that thread alone.
    private long item;

    /// On the service's thread.
    OnHand() {
        this.thread = Thread.currentThread();
    }

    Thread thread() {
        return thread;
    }

    Working working() {
        return working;
    }

    void begin(long number) {
        item = number;
        working.begin();
    }

    void end() {
        item = 0;
        working.end();
    }

    /// Adds on whose behalf the caller says it, if it is the service's thread and at an item.
    Line sent(Line line) {
        boolean onBehalf = Thread.currentThread() == thread && item != 0;
        return onBehalf ? line.with("from", item) : line;
    }

    /// So much of it was waiting for the node.
    void excuse(long nanos) {
        if (Thread.currentThread() == thread) {
            working.excuse(nanos);
        }
    }
}
