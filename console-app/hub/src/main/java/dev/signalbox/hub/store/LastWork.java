// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

/// What a committing thread still does when its store is closed.
public final class LastWork {
    private LastWork() {}

    /// Returns once the thread has ended, however often somebody is in a hurry: what it writes was promised. Who was
    /// interrupted meanwhile is so afterwards.
    public static void await(Thread committing) {
        boolean interrupted = false;
        while (committing.isAlive()) {
            try {
                committing.join();
            } catch (InterruptedException hurried) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
