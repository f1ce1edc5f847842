// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.routing;

import dev.signalbox.api.Message;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// What a wire has carried since the node started: how much, and while it is tapped, what. From any thread.
final class Traffic {
    private final LongAdder count = new LongAdder();
    private volatile @Nullable Tap tap;

    void carried(Message message) {
        count.increment();
        see(message, false);
    }

    /// An operator put it there; it is not counted, for nobody sent it.
    void injected(Message message) {
        see(message, true);
    }

    private void see(Message message, boolean injected) {
        Tap open = tap;
        if (open != null) {
            open.see(message, injected);
        }
    }

    long count() {
        return count.sum();
    }

    /// @param open null to end the tap
    void tappedBy(@Nullable Tap open) {
        tap = open;
    }
}
