// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.wire;

/// Whether the hub's words are held back.
final class Hold {
    private boolean held;

    synchronized void set(boolean now) {
        held = now;
        notifyAll();
    }

    /// Waits while they are.
    synchronized void await() {
        try {
            while (held) {
                wait();
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }
}
