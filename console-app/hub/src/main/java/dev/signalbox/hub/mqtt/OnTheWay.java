// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import java.util.concurrent.atomic.AtomicLong;

/// How many bytes are on their way to the disk, of one sender or of all. Bounded, so that nobody who sends faster than
/// the disk writes fills the memory. May be used from any thread.
final class OnTheWay {
    /// What a message takes beside its payload, in bytes, while it waits.
    private static final int BESIDE_PAYLOAD = 1_024;

    private final AtomicLong bytes = new AtomicLong();
    private final long most;

    /// @param most bytes, more is refused
    OnTheWay(long most) {
        this.most = most;
    }

    /// Lets a message in if it fits.
    boolean enter(int payload) {
        if (bytes.addAndGet(payload + BESIDE_PAYLOAD) <= most) {
            return true;
        }
        leave(payload);
        return false;
    }

    /// A message that was let in has arrived, or never will.
    void leave(int payload) {
        bytes.addAndGet(-payload - BESIDE_PAYLOAD);
    }
}
