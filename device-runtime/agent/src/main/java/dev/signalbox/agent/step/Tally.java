// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import java.util.concurrent.atomic.LongAdder;

/// What a step has done since the node started. It belongs to the step, as its mailbox does, so that it goes on over
/// restarts and versions. Counted on whatever thread it happens, without waiting.
public final class Tally {
    private final LongAdder received = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder failed = new LongAdder();

    /// @param received messages begun; one that is given back counts again when it is begun again
    /// @param sent messages emitted or submitted
    /// @param failed messages thrown at, or lost in a service that did not stop
    public record Counts(long received, long sent, long failed) {}

    void received() {
        received.increment();
    }

    /// So many were given back, for the next run or version.
    void gaveBack(int messages) {
        received.add(-messages);
    }

    void sent() {
        sent.increment();
    }

    void failed(int messages) {
        failed.add(messages);
    }

    /// As it is at about this moment.
    public Counts now() {
        return new Counts(received.sum(), sent.sum(), failed.sum());
    }
}
