// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

/// The heavy packets under way on one connection. For the link's thread alone.
final class Burden {
    private final LinkTiming timing;
    private int heavy;
    private boolean relieved;
    private long since;

    /// @param timing by which it is judged what is heavy
    Burden(LinkTiming timing) {
        this.timing = timing;
    }

    void sent(int bytes) {
        if (timing.isHeavy(bytes) && heavy++ == 0) {
            since = System.nanoTime();
        }
    }

    void acknowledged(int bytes) {
        if (timing.isHeavy(bytes)) {
            since = System.nanoTime();
            relieved = --heavy == 0;
        }
    }

    /// Whether one was under way for as long as the ends may be silent.
    boolean isTooMuch() {
        return heavy > 0 && System.nanoTime() - since >= timing.keepAlive().toNanos();
    }

    /// Whether there was one, and none is left.
    boolean isRelieved() {
        return relieved;
    }
}
