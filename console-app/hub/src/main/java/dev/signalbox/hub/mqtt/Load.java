// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import java.util.concurrent.atomic.AtomicLong;

/// Counts what one connection has on its way to the disk or back, and all of them together, so that no number of
/// devices can fill the hub's memory. May be used from any thread.
final class Load {
    /// What a message takes in memory beside its bytes.
    private static final int EACH = 1024;

    /// 16 KiB, as a power of two.
    private static final int STEP = 14;

    private static final long MOST_OF_ONE = 64L * 1024 * 1024;
    private static final long MOST_OF_ALL = Runtime.getRuntime().maxMemory() / 4;

    private final AtomicLong all;
    private final AtomicLong own = new AtomicLong();

    /// @param all the bytes of all connections together
    Load(AtomicLong all) {
        this.all = all;
    }

    /// Takes one message more; false if that is too much, and then nothing is taken.
    boolean begins(long bytes) {
        long mine = change(bytes + EACH);
        if (mine > MOST_OF_ONE || all.get() > MOST_OF_ALL) {
            ends(bytes);
            return false;
        }
        return true;
    }

    /// One that was taken has come to its end.
    void ends(long bytes) {
        change(-bytes - EACH);
    }

    /// What all have together is counted in steps: all threads write to that one number, and each must wait for it.
    private long change(long bytes) {
        long before = own.getAndAdd(bytes);
        long steps = ((before + bytes) >> STEP) - (before >> STEP);
        if (steps != 0) {
            all.addAndGet(steps << STEP);
        }
        return before + bytes;
    }
}
