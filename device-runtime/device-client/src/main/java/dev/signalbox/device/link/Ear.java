// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

/// Knows how long nothing was heard from the hub, by a timer that nobody sets. Told by Paho's threads, asked by the
/// link's.
final class Ear {
    private final LinkTiming timing;
    private volatile long last = System.nanoTime();

    Ear(LinkTiming timing) {
        this.timing = timing;
    }

    /// Something came, whatever it was.
    void heard() {
        last = System.nanoTime();
    }

    /// Nothing came for longer than a hub that lives can be silent.
    boolean hearsNothing() {
        return System.nanoTime() - last
                > timing.keepAlive().plus(timing.answer()).toNanos();
    }

    /// A hub that answers and yet does not acknowledge, for so long, is left.
    boolean isStuck(long sinceNanos) {
        return System.nanoTime() - sinceNanos
                > timing.keepAlive().multipliedBy(2).toNanos();
    }
}
