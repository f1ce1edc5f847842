// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes the link's thread. Raising it many times before the thread looks counts as once.
final class Signal {
    private final Semaphore raised = new Semaphore(0);

    void raise() {
        if (raised.availablePermits() == 0) {
            raised.release();
        }
    }

    /// Waits until it is raised, or so long.
    void await(long millis) {
        try {
            if (raised.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                raised.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits so long; what was raised before does not count.
    void pause(long millis) {
        raised.drainPermits();
        await(millis);
    }
}
