// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import dev.signalbox.testing.process.Await;
import java.util.function.LongSupplier;

/// Waits for what takes long because it is much: for as long as it moves.
final class Moving {
    private Moving() {}

    /// Waits until the count has got there; fails once it stands still for a minute.
    static void await(String what, long wanted, LongSupplier count) {
        for (long seen = count.getAsLong(); seen < wanted; seen = count.getAsLong()) {
            long before = seen;
            Await.until(what + ", beyond " + before, HubSite.SOON, () -> count.getAsLong() > before);
        }
    }
}
